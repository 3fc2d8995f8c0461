using CommerceVideo.Briefs;
using CommerceVideo.Budgets;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing;
using CommerceVideo.Generation;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Publishing;
using CommerceVideo.Routing;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Operations;

/// <summary>Loads what the report is made of; <see cref="ReportWriting"/> makes it.</summary>
internal sealed class ReportReader(AppDb db, IObjectStore store, InstalledModels installed, TimeProvider time)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    public async Task<SystemReport> ReadAsync(CancellationToken ct)
    {
        // Read first: work that ends while the rest is read makes the report too careful, never too hopeful.
        var idle = await IdleAsync(ct);
        var deliveries = await DeliveriesAsync(ct);
        var products = await db.Products.AsNoTracking().OrderBy(static p => p.Id).ToListAsync(ct);
        var images = (await db.SourceImages.AsNoTracking().ToListAsync(ct)).ToLookup(static i => i.ProductId);
        var briefs = (await db.Briefs.AsNoTracking().ToListAsync(ct)).ToLookup(static b => b.ProductId);
        var attempts = (await db.Attempts.AsNoTracking().ToListAsync(ct)).ToLookup(static a => a.BriefId);
        var renditions = (
            await db.Renditions.AsNoTracking().Where(static r => r.ReplacedAt == null).ToListAsync(ct)
        ).ToLookup(static r => r.BriefId);
        var publications = (await db.Publications.AsNoTracking().ToListAsync(ct)).ToLookup(static p => p.RenditionId);
        return new SystemReport(
            idle,
            deliveries,
            [
                .. products.Select(product =>
                    ReportWriting.Of(
                        new ProductRows(
                            product,
                            [.. images[product.Id].OrderBy(static i => i.Position)],
                            [.. briefs[product.Id].OrderBy(static b => b.Use)],
                            attempts,
                            renditions,
                            publications
                        ),
                        key => store.LinkTo(key, LinkLife)
                    )
                ),
            ],
            await ParkedAsync(ct),
            await SpendAsync(ct),
            [.. RetirementNotice.Of(installed.Standings(), time.GetUtcNow()).Select(Retirement)]
        );
    }

    private async Task<IReadOnlyList<SpendReport>> SpendAsync(CancellationToken ct)
    {
        var sums = await db
            .Charges.Where(static charge => charge.State == ChargeState.Settled)
            .GroupBy(static charge => new { charge.Provider, charge.Currency })
            .Select(static group => new { group.Key, Sum = group.Sum(charge => charge.Settled ?? 0) })
            .ToListAsync(ct);
        return
        [
            .. sums.OrderBy(static sum => sum.Key.Provider, StringComparer.Ordinal)
                .Select(static sum => new SpendReport(
                    sum.Key.Provider,
                    new Money(sum.Sum, sum.Key.Currency).Digits,
                    sum.Key.Currency
                )),
        ];
    }

    private static RetirementReport Retirement(RetirementNotice notice) =>
        new(notice.Model.Id, notice.Ends.ToString("yyyy-MM-dd", null), notice.Text);

    private Task<List<ParkedReport>> ParkedAsync(CancellationToken ct) =>
        db
            .Database.SqlQuery<ParkedReport>(
                $"""
                select kind as "Kind", key as "Key", coalesce(reason, '') as "Reason" from work
                where state = 'parked' order by id
                """
            )
            .ToListAsync(ct);

    private async Task<bool> IdleAsync(CancellationToken ct)
    {
        var open = await db
            .Database.SqlQuery<bool>(
                $"""
                select exists (select 1 from work where state <> 'parked')
                  or exists (select 1 from delivery where state = 'received') as "Value"
                """
            )
            .SingleAsync(ct);
        return !open;
    }

    private Task<DeliveriesReport> DeliveriesAsync(CancellationToken ct) =>
        db
            .Database.SqlQuery<DeliveriesReport>(
                $"""
                select count(*) as "Received", coalesce(sum(duplicates), 0) as "Duplicate",
                  count(*) filter (where state = 'handled') as "Handled",
                  count(*) filter (where state = 'parked') as "Parked"
                from delivery
                """
            )
            .SingleAsync(ct);
}

/// <summary>The rows of one product, and the rest to look up in.</summary>
internal sealed record ProductRows(
    Product Product,
    IReadOnlyList<SourceImage> Images,
    IReadOnlyList<PlannedBrief> Briefs,
    ILookup<Guid, Attempt> Attempts,
    ILookup<Guid, Rendition> Renditions,
    ILookup<Guid, Publication> Publications
);
