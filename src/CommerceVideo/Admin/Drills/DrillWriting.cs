using System.Text;
using CommerceVideo.Routing;
using CommerceVideo.Routing.Commands;

namespace CommerceVideo.Admin.Drills;

/// <summary>A drill's findings as JSON and as tables for a person; pure.</summary>
internal static class DrillWriting
{
    public static object Json(DrillReport report) =>
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
                brief.Used,
                Change = Change(brief.Change),
            }),
            Recipes = report.Recipes.Select(static recipe => new
            {
                Id = recipe.Id.ToString(),
                Shop = recipe.Owner.Shop.ToString(),
                recipe.Owner.Domain,
                recipe.Name,
                recipe.Version,
                recipe.Newest,
                recipe.Used,
                Beside = recipe.Beside is { } beside ? new { Brief = beside.Brief.ToString(), beside.Product } : null,
                Change = Change(recipe.Change),
            }),
            Replay = report.Listed
                ? new
                {
                    Briefs = report.ReplayedBriefs.Count(),
                    Recipes = report.ReplayedRecipes.Count(),
                    Costs = report.ReplayCosts.Select(static cost => CommandOutput.Price(cost)),
                    Started = report.Started.All,
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
        Append(
            text,
            ["brief", "goes to", "before", "after", "product"],
            report.Briefs.Select(static brief =>
                (IReadOnlyList<string>)[.. Row(brief.Id.ToString("N"), brief.Change).Take(4), brief.Product]
            )
        );
        Append(
            text,
            ["recipe", "goes to", "before", "after", "costs more", "shop"],
            report.Recipes.Select(static recipe =>
                (IReadOnlyList<string>)
                    [
                        .. Row($"{recipe.Name} (version {recipe.Version})", recipe.Change).Take(4),
                        recipe.Change.CostsMore?.ToString() ?? "-",
                        recipe.Owner.Domain,
                    ]
            )
        );
        if (report.Listed)
        {
            text.AppendLine().AppendLine(Replay(report));
        }

        return text.ToString();
    }

    private static string Replay(DrillReport report)
    {
        var cost = string.Join(" and ", report.ReplayCosts.Select(static one => one.ToString()));
        var started = report.Started.All > 0 ? $"{report.Started.All} were started." : "Nothing was bought.";
        return $"A replay makes {report.ReplayedBriefs.Count()} briefs and {report.ReplayedRecipes.Count()} recipes again on their "
            + $"successors, beside what is there, for {(cost.Length == 0 ? "nothing" : cost)}. {started}";
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<IReadOnlyList<string>> all = [head, .. rows];
        if (all.Count > 1)
        {
            text.AppendLine().Append(CommandOutput.Table(all));
        }
    }

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
