using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CommerceVideo.Bench.Faults;

/// <summary>What the stand-ins themselves keep: jobs, bills and what struck; and how to make them misbehave.</summary>
internal sealed class StandInBooks(Uri control) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = control, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Everything goes wrong at its rate; where tasks can be looked for, they are found a little later than they were made.</summary>
    public async Task MisbehaveAsync(FaultPlan plan, CancellationToken ct)
    {
        foreach (var provider in FaultShop.Providers)
        {
            await PostAsync(provider, "faults", new { rates = plan.RatesOf(provider), seed = plan.Seed }, ct);
        }

        await PostAsync(FaultShop.CallsBack, "options", new { hiddenSeconds = 0.2 }, ct);
    }

    /// <summary>Calls back with a signature that nobody who knows the secret made.</summary>
    public Task ForgeAsync(string job, CancellationToken ct) =>
        PostAsync(
            FaultShop.CallsBack,
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
        var all = state!["providers"]!.AsArray().Select(static one => one!).ToArray();
        return new StandInState(
            [.. all.SelectMany(static one => one["jobs"]!.AsArray(), static (one, job) => Job(one, job!))],
            all.SelectMany(static one => one["faultsStruck"]!.AsObject())
                .GroupBy(static one => one.Key, static one => (int)one.Value!)
                .ToDictionary(static one => one.Key, static one => one.Sum()),
            all.Sum(static one => (int)one["refusedCalls"]!)
        );
    }

    public void Dispose() => _http.Dispose();

    private static BilledJob Job(JsonNode provider, JsonNode job) =>
        new(
            $"{provider["provider"]}",
            Guid.TryParse((string?)job["generation"], out var generation) ? generation : null,
            FaultShop.MarkIn($"{job["prompt"]}"),
            FaultShop.ModelOf($"{job["model"]}"),
            $"{job["state"]}",
            job["bill"]?["amount"] is { } amount ? decimal.Parse($"{amount}", CultureInfo.InvariantCulture) : 0,
            (int)job["submits"]!,
            job["callbackAnswers"]!.AsArray().Count
        );

    private async Task PostAsync(string provider, string what, object body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync($"/_sandbox/providers/{provider}/{what}", body, ct);
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
/// <param name="Generation">Our own id of the attempt that bought it; null where the provider takes no name of ours.</param>
/// <param name="Brief">The Brief whose mark is in its prompt.</param>
/// <param name="Model">Our own id of the model.</param>
internal sealed record BilledJob(
    string Provider,
    Guid? Generation,
    Guid? Brief,
    string? Model,
    string State,
    decimal Billed,
    int Submits,
    int Callbacks
);
