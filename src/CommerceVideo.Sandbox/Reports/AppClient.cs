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
        using var request = ForOperator(HttpMethod.Get, addresses.Report);
        using var reply = await http.SendAsync(request, ct);
        reply.EnsureSuccessStatusCode();
        return AppReport.From(await reply.Content.ReadFromJsonAsync<JsonObject>(ct) ?? []);
    }

    /// <summary>The models that can make a product's video of this use now, asked by name.</summary>
    public async Task<IReadOnlyList<string>> ModelsAsync(string product, string use, CancellationToken ct)
    {
        var asked = $"operations/models?product={Uri.EscapeDataString(product)}&use={Uri.EscapeDataString(use)}";
        using var request = ForOperator(HttpMethod.Get, new Uri(addresses.App, asked));
        using var reply = await http.SendAsync(request, ct);
        reply.EnsureSuccessStatusCode();
        var models = await reply.Content.ReadFromJsonAsync<JsonArray>(ct) ?? [];
        return [.. models.Select(static model => $"{model?["id"]}")];
    }

    /// <summary>Asks for a product's video again, by the named model.</summary>
    public async Task RegenerateAsync(string product, string use, string model, CancellationToken ct)
    {
        using var request = ForOperator(HttpMethod.Post, new Uri(addresses.App, "operations/regenerations"));
        request.Content = JsonContent.Create(
            new
            {
                product,
                use,
                model,
            }
        );
        using var reply = await http.SendAsync(request, ct);
        reply.EnsureSuccessStatusCode();
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

    private HttpRequestMessage ForOperator(HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", operationsKey);
        return request;
    }
}
