using CommerceVideo.Brands.Kits;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommerceVideo.Brands;

/// <summary>Keeps what a shop's kit says as its next version.</summary>
internal sealed class BrandKitKeeping(AppDb db, BrandKits kits, TimeProvider time)
{
    /// <param name="collection">The collection whose variant it is; empty for the whole shop.</param>
    /// <param name="basedOn">The version that its writer saw, 0 for none; null to keep it whatever came in between.</param>
    public async Task<BrandKitOutcome> KeepAsync(
        Guid shop,
        string collection,
        KitContent content,
        int? basedOn,
        CancellationToken ct
    )
    {
        await using var change = await BeginAsync(db, shop, ct);
        var before = await kits.NewestAsync(shop, collection, ct);
        if (basedOn is { } seen && seen != (before?.Version ?? 0))
        {
            return new BrandKitOutcome.ChangedMeanwhile(before?.Version ?? 0);
        }

        if (await ProblemAsync(shop, content, ct) is { } problem)
        {
            return new BrandKitOutcome.Refused(problem);
        }

        var next = BrandKit.Next(before, shop, collection, time.GetUtcNow()).With(content);
        db.BrandKits.Add(next);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return new BrandKitOutcome.Kept(next.Version, KitRules.Warnings(content));
    }

    /// <summary>One change of a shop's kits at a time: the next version is the next of what it was made from.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(AppDb db, Guid shop, CancellationToken ct)
    {
        var change = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select 1 from shop where id = {shop} for update", ct);
        return change;
    }

    /// <returns>Why the kit cannot be kept, for whoever wrote it; null when it can.</returns>
    public async Task<string?> ProblemAsync(Guid shop, KitContent content, CancellationToken ct)
    {
        var names = content.Files().Select(static use => use.Name).Distinct().ToArray();
        var known = await db
            .BrandFiles.AsNoTracking()
            .Where(file => file.ShopId == shop && names.Contains(file.Name))
            .ToDictionaryAsync(
                static file => file.Name,
                static file => new KnownBrandFile(file.Kind, file.Facts),
                StringComparer.Ordinal,
                ct
            );
        var cast = content.Casting?.Distinct().ToArray() ?? [];
        return KitRules.Problem(content, known.GetValueOrDefault)
            ?? (
                await db.CastingReferences.CountAsync(one => one.ShopId == shop && cast.Contains(one.Id), ct)
                == (content.Casting?.Count ?? 0)
                    ? null
                    : "The casting names a house model or place that is not kept (any more), or one twice. They are added with their pictures and consent at …/casting."
            );
    }
}

internal abstract record BrandKitOutcome
{
    private BrandKitOutcome() { }

    /// <param name="Warnings">What contradicts itself and is left off the films.</param>
    public sealed record Kept(int Version, IReadOnlyList<string> Warnings) : BrandKitOutcome;

    /// <param name="Text">Why, and what to do.</param>
    public sealed record Refused(string Text) : BrandKitOutcome;

    /// <summary>Somebody else kept another version since it was read.</summary>
    public sealed record ChangedMeanwhile(int Version) : BrandKitOutcome;
}
