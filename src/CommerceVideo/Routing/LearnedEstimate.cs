namespace CommerceVideo.Routing;

/// <summary>
/// How often a model's Clips will please, from what is known before and what was recorded: the mean of a Beta distribution.
/// The prior weighs as much as <see cref="PriorWeight"/> judgements, and no more than <see cref="MostWeight"/> are believed,
/// so that a handful swings nothing and a long past never drowns what the register says; pure.
/// </summary>
/// <param name="Mean">0 to 1.</param>
/// <param name="Low">Four in five chances lie between Low and High.</param>
internal readonly record struct LearnedEstimate(double Mean, double Low, double High)
{
    public const double PriorWeight = 12;

    public const double MostWeight = 36;

    /// <summary>A check's verdict says less than a person's.</summary>
    private const double VerdictWeight = 0.25;

    private const double FourInFive = 1.28;

    /// <param name="prior">0 to 1: what is expected before anything was seen.</param>
    public static LearnedEstimate Of(double prior, LearnedResults learned)
    {
        var good = learned.Approved + (VerdictWeight * learned.Passed);
        var seen = good + learned.Rejected + (VerdictWeight * learned.Failed);
        var believed = seen > MostWeight ? MostWeight / seen : 1;
        var weight = PriorWeight + (believed * seen);
        var mean = ((PriorWeight * prior) + (believed * good)) / weight;
        var spread = FourInFive * Math.Sqrt(mean * (1 - mean) / (weight + 1));
        return new LearnedEstimate(mean, Math.Max(0, mean - spread), Math.Min(1, mean + spread));
    }

    /// <summary>The furthest that so many judgements can move the mean.</summary>
    public static double MostShift(double judgements) =>
        Math.Min(judgements, MostWeight) / (PriorWeight + Math.Min(judgements, MostWeight));
}
