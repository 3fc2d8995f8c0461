using CommerceVideo.Briefs;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>How much each strength counts for a use (together 1), and how much the price does.</summary>
/// <param name="Price">The share of the score that the price has: a page clip is made by the thousand, a hero once.</param>
/// <param name="Dear">The price of one Shot, in dollars, at which half of that share is gone.</param>
internal sealed record UseWeights(
    double Fabric,
    double Motion,
    double Cinematic,
    double Control,
    double Speed,
    double Price,
    double Dear
)
{
    private static readonly UseWeights Page = new(0.45, 0.20, 0.10, 0.15, 0.10, Price: 0.15, Dear: 0.5);

    private static readonly UseWeights Social = new(0.15, 0.15, 0.10, 0.05, 0.55, Price: 0.18, Dear: 0.4);

    private static readonly UseWeights Hero = new(0.15, 0.20, 0.50, 0.10, 0.05, Price: 0.03, Dear: 4);

    private static readonly UseWeights Isolation = new(0.20, 0.10, 0.10, 0.50, 0.10, Price: 0.08, Dear: 1);

    private static readonly UseWeights Lifestyle = new(0.30, 0.45, 0.15, 0.05, 0.05, Price: 0.06, Dear: 1);

    public static UseWeights Of(Use use) =>
        use switch
        {
            Use.Page => Page,
            Use.Social => Social,
            Use.Hero => Hero,
            Use.Isolation => Isolation,
            Use.Lifestyle => Lifestyle,
            _ => throw new ArgumentOutOfRangeException(nameof(use)),
        };

    /// <returns>0 to 1.</returns>
    public double Weigh(ModelStrengths strengths) =>
        (
            (Fabric * strengths.Fabric)
            + (Motion * strengths.Motion)
            + (Cinematic * strengths.Cinematic)
            + (Control * strengths.Control)
            + (Speed * strengths.Speed)
        ) / ModelStrengths.Most;

    /// <summary>The strengths by how much they count here, most first.</summary>
    public IEnumerable<(string Name, double Value)> Ranked(ModelStrengths strengths) =>
        new[]
        {
            (Weight: Fabric, Name: "fabric", Value: strengths.Fabric),
            (Weight: Motion, Name: "human motion", Value: strengths.Motion),
            (Weight: Cinematic, Name: "cinematic look", Value: strengths.Cinematic),
            (Weight: Control, Name: "control", Value: strengths.Control),
            (Weight: Speed, Name: "speed", Value: strengths.Speed),
        }
            .OrderByDescending(static one => one.Weight)
            .Select(static one => (one.Name, one.Value));
}
