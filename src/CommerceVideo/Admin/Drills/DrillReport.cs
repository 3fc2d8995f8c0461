using System.Text;
using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.Routing.Commands;

namespace CommerceVideo.Admin.Drills;

/// <summary>What a drill found.</summary>
/// <param name="Listed">The Briefs are also to be told as what a replay would buy.</param>
/// <param name="Replayed">How many Briefs were put to be made again on their successors.</param>
internal sealed record DrillReport(
    string Model,
    DateOnly Ends,
    IReadOnlyList<RouteChange> Uses,
    IReadOnlyList<DrilledBrief> Briefs,
    bool Listed,
    int Replayed
)
{
    public static object Of(DrillReport report) =>
        new
        {
            Schema = 1,
            report.Model,
            On = report.Ends.ToString("yyyy-MM-dd", null),
            Uses = report.Uses.Select(Change),
            Briefs = report.Briefs.Select(static brief => new
            {
                Id = brief.Id.ToString(),
                Shop = brief.Shop.ToString(),
                brief.Product,
                Used = brief.Used,
                Change = Change(brief.Change),
            }),
            Replay = report.Listed
                ? new
                {
                    Briefs = report.Replayable.Count(),
                    Costs = report.ReplayCosts.Select(static cost => CommandOutput.Price(cost)),
                    Started = report.Replayed,
                }
                : null,
        };

    public static string Lines(DrillReport report)
    {
        var text = new StringBuilder();
        text.AppendLine($"If {report.Model} ends on {report.Ends:yyyy-MM-dd}:").AppendLine();
        text.Append(
            report.Uses.Count == 0
                ? $"It is the first choice for no use here: nothing changes.{Environment.NewLine}"
                : CommandOutput.Table([
                    ["use", "goes to", "before", "after", "what it means"],
                    .. report.Uses.Select(static change => Row(UseWords.Word(change.Use), change)),
                ])
        );
        if (report.Briefs.Count > 0)
        {
            text.AppendLine()
                .Append(
                    CommandOutput.Table([
                        ["brief", "goes to", "before", "after", "product"],
                        .. report.Briefs.Select(static brief =>
                            (IReadOnlyList<string>)[.. Row(brief.Id.ToString("N"), brief.Change).Take(4), brief.Product]
                        ),
                    ])
                );
        }

        if (report.Listed)
        {
            var cost = string.Join(" and ", report.ReplayCosts.Select(static one => one.ToString()));
            text.AppendLine()
                .AppendLine(
                    $"A replay makes {report.Replayable.Count()} briefs again on their successors, for {(cost.Length == 0 ? "nothing" : cost)}. {(report.Replayed > 0 ? $"{report.Replayed} were started." : "Nothing was bought.")}"
                );
        }

        return text.ToString();
    }

    private IEnumerable<DrilledBrief> Replayable => Briefs.Where(static brief => brief.Change.To is not null);

    private IEnumerable<Money> ReplayCosts =>
        Replayable
            .Select(static brief => brief.Change.After)
            .OfType<Money>()
            .Where(static cost => !cost.IsNothing)
            .GroupBy(static cost => cost.Currency)
            .Select(static group => Money.Sum(group));

    private static IReadOnlyList<string> Row(string first, RouteChange change) =>
        [first, change.To ?? "nobody", change.Before.ToString(), change.After?.ToString() ?? "-", change.Text];

    private static object Change(RouteChange change) =>
        new
        {
            Use = UseWords.Word(change.Use),
            change.From,
            change.To,
            Before = CommandOutput.Price(change.Before),
            After = CommandOutput.Price(change.After),
            Difference = CommandOutput.Price(change.CostsMore),
            change.Text,
        };
}
