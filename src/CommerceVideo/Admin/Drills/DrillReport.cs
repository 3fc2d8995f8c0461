using CommerceVideo.Platform;
using CommerceVideo.Routing;

namespace CommerceVideo.Admin.Drills;

/// <summary>What a drill found.</summary>
/// <param name="Listed">What a replay would buy is also told.</param>
internal sealed record DrillReport(
    string Model,
    DateOnly Ends,
    IReadOnlyList<RouteChange> Uses,
    IReadOnlyList<DrilledBrief> Briefs,
    IReadOnlyList<DrilledRecipe> Recipes,
    bool Listed
)
{
    public ReplaysStarted Started { get; init; } = ReplaysStarted.None;

    /// <summary>The Briefs that somebody can make afterwards.</summary>
    public IEnumerable<DrilledBrief> ReplayedBriefs => Briefs.Where(static brief => brief.Change.To is not null);

    /// <summary>
    /// The newest version of each recipe that somebody can make afterwards, where there is a video to see it beside; not those
    /// whose last video is replayed as a Brief.
    /// </summary>
    public IEnumerable<DrilledRecipe> ReplayedRecipes =>
        Recipes.Where(recipe =>
            recipe is { Newest: true, Change.To: not null, Beside: { } beside }
            && !ReplayedBriefs.Any(brief => brief.Id == beside.Brief && brief.Recipe == recipe.Id)
        );

    public IEnumerable<Money> ReplayCosts =>
        ReplayedBriefs
            .Select(static brief => brief.Change)
            .Concat(ReplayedRecipes.Select(static recipe => recipe.Change))
            .Select(static change => change.After)
            .OfType<Money>()
            .Where(static cost => !cost.IsNothing)
            .GroupBy(static cost => cost.Currency)
            .Select(static group => Money.Sum(group));
}
