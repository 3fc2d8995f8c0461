using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CommerceVideo.Bench.Faults;

/// <summary>What the stand-ins themselves keep: jobs, bills and what struck; and how to make them misbehave.</summary>
internal sealed class StandInBooks(Uri control) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = control, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Everything goes wrong at its rate; tasks are found a little later than they were made.</summary>
    public async Task MisbehaveAsync(FaultPlan plan, CancellationToken ct)
    {
        await PostAsync("faults", new { rates = plan.Rates, seed = plan.Seed }, ct);
        await PostAsync("options", new { hiddenSeconds = 0.2 }, ct);
    }

    /// <summary>Calls back with a signature that nobody who knows the secret made.</summary>
    public Task ForgeAsync(string job, CancellationToken ct) =>
        PostAsync(
            "callbacks",
            new
            {
                job,
                state = "succeeded",
                forged = true,
                times = 2,
            },
            ct
        );

    public async Task AdvanceAsync(TimeSpan by, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync("/_sandbox/clock", new { advanceSeconds = by.TotalSeconds }, ct);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<StandInState> ReadAsync(CancellationToken ct)
    {
        var state = await _http.GetFromJsonAsync<JsonObject>("/_sandbox/state", ct);
        var own = state!["providers"]!.AsArray().Single(static one => $"{one!["provider"]}" == FaultShop.Provider)!;
        return new StandInState(
            [.. own["jobs"]!.AsArray().Select(static job => Job(job!.AsObject()))],
            own["faultsStruck"]!.AsObject().ToDictionary(static one => one.Key, static one => (int)one.Value!),
            (int)own["refusedCalls"]!
        );
    }

    public void Dispose() => _http.Dispose();

    private static BilledJob Job(JsonObject job) =>
        new(
            Guid.TryParse((string?)job["generation"], out var generation) ? generation : null,
            $"{job["state"]}",
            job["bill"]?["amount"] is { } amount ? decimal.Parse($"{amount}", CultureInfo.InvariantCulture) : 0,
            (int)job["submits"]!,
            job["callbackAnswers"]!.AsArray().Count
        );

    private async Task PostAsync(string what, object body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync($"/_sandbox/providers/{FaultShop.Provider}/{what}", body, ct);
        answer.EnsureSuccessStatusCode();
    }
}

/// <param name="RefusedCalls">Calls that no correct caller makes.</param>
internal sealed record StandInState(
    IReadOnlyList<BilledJob> Jobs,
    IReadOnlyDictionary<string, int> Struck,
    int RefusedCalls
);

/// <summary>One job as its provider keeps it.</summary>
/// <param name="Generation">Our own id of the attempt that bought it.</param>
internal sealed record BilledJob(Guid? Generation, string State, decimal Billed, int Submits, int Callbacks);
