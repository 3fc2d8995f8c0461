using System.Globalization;
using System.Runtime.CompilerServices;
using CommerceVideo.Briefs;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>
/// What the register alone says of a model for a use: worked out and put into words once for each entry, because a shop with
/// a large catalogue is routed ten thousand times a second.
/// </summary>
internal sealed class ModelMerits
{
    private const double StrengthShare = 0.75;
    private const double BestShare = 0.20;
    private const double ArenaShare = 0.05;

    private static readonly ConditionalWeakTable<VideoModel, ModelMerits[]> Known = [];

    private static readonly Use[] Uses = Enum.GetValues<Use>();

    private readonly double _fixed;

    private ModelMerits(VideoModel model, Use use)
    {
        Model = model;
        Weights = UseWeights.Of(use);
        var best = model.BestFor.Contains(use.ToString(), StringComparer.OrdinalIgnoreCase);
        _fixed = (StrengthShare * Weights.Weigh(model.Strengths)) + (best ? BestShare : 0);
        Reasons = [.. Words(model, use, Weights, best)];
        Arena = model.Arena is { } arena
            ? new RouteReason(
                "arena",
                $"People at {arena.Board} scored it {arena.Score}.",
                string.Create(CultureInfo.InvariantCulture, $"±{arena.PlusMinus}, {arena.On:yyyy-MM-dd}")
            )
            : null;
    }

    public VideoModel Model { get; }

    public UseWeights Weights { get; }

    /// <summary>Why it suits this use, whatever the day.</summary>
    public IReadOnlyList<RouteReason> Reasons { get; }

    public RouteReason? Arena { get; }

    public static ModelMerits Of(VideoModel model, Use use) =>
        Known.GetValue(model, static entry => [.. Uses.Select(each => new ModelMerits(entry, each))])[(int)use];

    /// <summary>How often its Clips should please before anything is learned, 0 to 1.</summary>
    public double Prior(DateOnly day) =>
        Math.Clamp(_fixed + (ArenaShare * (0.5 + ArenaPrior.Of(Model.Arena, day))), 0.02, 0.98);

    private static IEnumerable<RouteReason> Words(VideoModel model, Use use, UseWeights weights, bool best)
    {
        if (best)
        {
            yield return new RouteReason("best_for", $"Best for {UseWords.Plural(use)}.", model.Strengths.Source);
        }

        if (model.TrueToPhoto)
        {
            yield return new RouteReason("true_to_photo", "Shows the photo's own pixels.", model.Strengths.Source);
            yield break;
        }

        var strengths = weights.Ranked(model.Strengths).Take(2).Select(Scored);
        yield return new RouteReason("strengths", Sentence(string.Join(", ", strengths)), model.Strengths.Source);
    }

    private static string Scored((string Name, double Value) strength) =>
        string.Create(CultureInfo.InvariantCulture, $"{strength.Name} {strength.Value:0.#} of {ModelStrengths.Most}");

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
}
