using CommerceVideo.Briefs;
using CommerceVideo.Budgets;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;

namespace CommerceVideo.Generation;

/// <summary>The caps that a purchase for a Brief must fit in at this moment, and what they leave.</summary>
internal sealed class BriefCaps(AppDb db, Ledger ledger, CapRoom room, TimeProvider time)
{
    public IReadOnlyList<Cap> Of(PlannedBrief brief) =>
        Caps.For(ledger.BudgetOf(brief.ShopId, db), time.GetUtcNow(), brief.Id, brief.Approved, brief.Run);

    public string Currency(PlannedBrief brief) => ledger.BudgetOf(brief.ShopId, db).Currency;

    /// <summary>The most that one more purchase may cost, in the shop's money.</summary>
    /// <param name="ending">An attempt that is about to end, and what it will have cost.</param>
    public Task<Money> LeftAsync(PlannedBrief brief, (Guid Charge, decimal Cost)? ending, CancellationToken ct)
    {
        var caps = Of(brief);
        var budget = caps[0].Most.Currency;

        // Approved in other money than the shop counts in now: nothing that is paid fits both.
        return caps.All(cap => cap.Most.Currency == budget)
            ? room.LeftAsync(brief.ShopId, caps, ending, ct)
            : Task.FromResult(Money.Nothing(budget));
    }
}
