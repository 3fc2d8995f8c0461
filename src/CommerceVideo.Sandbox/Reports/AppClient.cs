using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Sandbox.Reports;

/// <summary>The app as its operator sees it.</summary>
internal sealed class AppClient(HttpClient http, Addresses addresses, string operationsKey)
{
    public async Task<AppReport> ReportAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, addresses.Report);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", operationsKey);
        using var reply = await http.SendAsync(request, ct);
        reply.EnsureSuccessStatusCode();
        return AppReport.From(await reply.Content.ReadFromJsonAsync<JsonObject>(ct) ?? []);
    }

    /// <summary>Fetches what a signed link holds and answers with the SHA-256 of what arrived.</summary>
    public async Task<string> FetchAsync(string link, string file, CancellationToken ct)
    {
        using var reply = await http.GetAsync(
            new Uri(addresses.App, link),
            HttpCompletionOption.ResponseHeadersRead,
            ct
        );
        reply.EnsureSuccessStatusCode();
        await using var target = new FileStream(file, FileMode.Create, FileAccess.ReadWrite);
        await reply.Content.CopyToAsync(target, ct);
        target.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(target, ct));
    }
}
