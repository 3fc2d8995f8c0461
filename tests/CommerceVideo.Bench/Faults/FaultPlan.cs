namespace CommerceVideo.Bench.Faults;

/// <summary>How much goes wrong in a run; the same seed lets the same share of the same faults strike.</summary>
/// <param name="Kills">Deaths of workers by SIGKILL, each at a seeded share of the way.</param>
/// <param name="AtOnce">Attempts that are open at a time.</param>
/// <param name="ToSettle">After the last submission, for the last of them to come to an end.</param>
internal sealed record FaultPlan(int Submissions, int Seed, int Workers, int Kills, int AtOnce, TimeSpan ToSettle)
{
    public const int UsualSubmissions = 10_000;

    /// <summary>From <c>FAULTS_SUBMISSIONS</c> and <c>FAULTS_SEED</c>.</summary>
    public static FaultPlan FromEnvironment()
    {
        var submissions = Number("FAULTS_SUBMISSIONS", UsualSubmissions);
        return new FaultPlan(
            submissions,
            Number("FAULTS_SEED", 20261124),
            Workers: 2,
            Kills: Math.Max(3, submissions / 500),
            AtOnce: 120,
            ToSettle: TimeSpan.FromMinutes(5)
        );
    }

    /// <summary>Shares of all submissions, or of all calls about jobs, as the stand-ins know them.</summary>
    public IReadOnlyDictionary<string, double> Rates { get; init; } =
        new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["5xx-after"] = 0.02,
            ["timeout-after"] = 0.01,
            ["reset-after"] = 0.02,
            ["malformed"] = 0.02,
            ["5xx-before"] = 0.01,
            ["timeout-before"] = 0.005,
            ["rate"] = 0.01,
            ["throttle"] = 0.01,
            ["mod-in"] = 0.01,
            ["mod-out"] = 0.01,
            ["fail"] = 0.02,
            ["slow"] = 0.01,
            ["odd-status"] = 0.01,
            ["dup-callback"] = 0.05,
            ["out-of-order"] = 0.05,
            ["late-callback"] = 0.03,
            ["no-callback"] = 0.03,
            ["expired-url"] = 0.01,
            ["download-cut"] = 0.01,
            ["read-5xx"] = 0.01,
            ["read-rate"] = 0.005,
            ["read-malformed"] = 0.01,
        };

    /// <summary>The rates of one provider: one that calls nobody back cannot do it wrongly.</summary>
    public IReadOnlyDictionary<string, double> RatesOf(string provider) =>
        provider == FaultShop.CallsBack
            ? Rates
            : Rates
                .Where(static rate => !AboutCallbacks.Contains(rate.Key))
                .ToDictionary(static rate => rate.Key, static rate => rate.Value, StringComparer.Ordinal);

    private static readonly string[] AboutCallbacks = ["dup-callback", "out-of-order", "late-callback", "no-callback"];

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var given) && given > 0 ? given : otherwise;
}
