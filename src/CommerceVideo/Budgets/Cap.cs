using System.Globalization;
using CommerceVideo.Platform;

namespace CommerceVideo.Budgets;

/// <summary>The most that may be held (reserved or spent) in one scope.</summary>
/// <param name="Scope">What it is counted over, e.g. <c>day:2026-11-24</c>.</param>
/// <param name="Title">For a person: "today", "this month".</param>
/// <param name="Most">In the only money that is counted: what is paid in other money does not fit it, and nothing is converted.</param>
public sealed record Cap(string Scope, string Title, Money Most);

/// <summary>The caps that one purchase must fit in; pure.</summary>
public static class Caps
{
    /// <param name="approved">The worst case that was approved for the video; null where nothing was set.</param>
    public static IReadOnlyList<Cap> For(
        ShopBudget budget,
        DateTimeOffset now,
        Guid brief,
        Money? approved,
        string? run
    )
    {
        var caps = new List<Cap>
        {
            new(
                $"day:{now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
                "today",
                new Money(budget.Day, budget.Currency)
            ),
            new(
                $"month:{now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}",
                "this month",
                new Money(budget.Month, budget.Currency)
            ),
        };
        if (run is not null)
        {
            caps.Add(new Cap($"run:{run}", "this run", new Money(budget.Run, budget.Currency)));
        }

        if (approved is { } most)
        {
            caps.Add(new Cap($"brief:{brief:N}", "this video", most));
        }

        return caps;
    }
}
