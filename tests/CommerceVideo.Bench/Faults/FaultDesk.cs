using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CommerceVideo.Bench.Faults;

/// <summary>What a person with the operations key is shown of unclear spends, and what they decide there.</summary>
internal sealed class FaultDesk : IDisposable
{
    private readonly HttpClient _http;

    public FaultDesk(Uri web, string key)
    {
        _http = new HttpClient { BaseAddress = web, Timeout = TimeSpan.FromMinutes(1) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<IReadOnlyList<Guid>> ListAsync(CancellationToken ct) =>
        [
            .. (await _http.GetFromJsonAsync<JsonArray>("/operations/unclear", ct))!.Select(static one =>
                Guid.Parse($"{one!["id"]}")
            ),
        ];

    /// <returns>False where it had come to an end by itself in this moment.</returns>
    public async Task<bool> DecideAsync(Guid generation, bool spent, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(
            $"/operations/unclear/{generation}/resolution",
            new { spent },
            ct
        );
        return answer.StatusCode == HttpStatusCode.NotFound
            ? false
            : answer.EnsureSuccessStatusCode().IsSuccessStatusCode;
    }

    public void Dispose() => _http.Dispose();
}
