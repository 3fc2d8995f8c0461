using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels.Casting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommerceVideo.Brands;

/// <summary>Changes a shop's house models and places: kept, replaced, erased. Each change is a next version of the kit.</summary>
internal sealed class BrandCasting(AppDb db, BrandKits kits, CastingPictures pictures, TimeProvider time)
{
    public async Task<CastingOutcome> AddAsync(
        Guid shop,
        CastingForm form,
        IReadOnlyList<CastingPicture> shown,
        CancellationToken ct
    )
    {
        await using var change = await BeginAsync(shop, ct);
        var kit = await kits.NewestAsync(shop, form.Collection, ct);
        if (kit?.Casting.Length >= CastingForm.MostInAKit)
        {
            return new CastingOutcome.Refused(
                "kit_full",
                $"A kit holds {CastingForm.MostInAKit} house models and places. Remove one that is not needed any more."
            );
        }

        var id = Guid.CreateVersion7(time.GetUtcNow());
        var reference = Reference(id, shop, line: id, form, shown);
        db.CastingReferences.Add(reference);
        var next = Next(kit, shop, form.Collection, [.. kit?.Casting ?? [], id]);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return new CastingOutcome.Kept(reference, next.Version);
    }

    /// <summary>What was made, or is being made, with the old one stays as it is; what is planned from now on shows the new one.</summary>
    public async Task<CastingOutcome> ReplaceAsync(
        Guid shop,
        Guid reference,
        CastingForm form,
        IReadOnlyList<CastingPicture> shown,
        CancellationToken ct
    )
    {
        await using var change = await BeginAsync(shop, ct);
        var old = await db.CastingReferences.SingleOrDefaultAsync(r => r.Id == reference && r.ShopId == shop, ct);
        if (
            old is null
            || await kits.NewestAsync(shop, form.Collection, ct) is not { } kit
            || !kit.Casting.Contains(reference)
        )
        {
            return new CastingOutcome.NotThere();
        }

        var id = Guid.CreateVersion7(time.GetUtcNow());
        var replacement = Reference(id, shop, old.LineId, form, shown);
        db.CastingReferences.Add(replacement);
        var next = Next(kit, shop, form.Collection, [.. kit.Casting.Select(one => one == reference ? id : one)]);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return new CastingOutcome.Kept(replacement, next.Version);
    }

    /// <summary>Erases it with all that it replaced, from every kit, and its files where nobody else has the same ones.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> EraseAsync(Guid shop, Guid reference, CancellationToken ct)
    {
        await using var change = await BeginAsync(shop, ct);
        var lines = db
            .CastingReferences.Where(one => one.Id == reference && one.ShopId == shop)
            .Select(one => one.LineId);
        var line = await db
            .CastingReferences.Where(one => one.ShopId == shop && lines.Contains(one.LineId))
            .ToListAsync(ct);
        if (line.Count == 0)
        {
            return false;
        }

        var gone = line.Select(static one => one.Id).ToHashSet();
        foreach (var collection in await CollectionsAsync(shop, ct))
        {
            var kit = (await kits.NewestAsync(shop, collection, ct))!;
            if (kit.Casting.Any(gone.Contains))
            {
                Next(kit, shop, collection, [.. kit.Casting.Where(id => !gone.Contains(id))]);
            }
        }

        db.CastingReferences.RemoveRange(line);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        await pictures.ForgetAsync(line.SelectMany(static one => one.ReadPictures()), ct);
        return true;
    }

    private Task<List<string>> CollectionsAsync(Guid shop, CancellationToken ct) =>
        db.BrandKits.Where(kit => kit.ShopId == shop).Select(static kit => kit.Collection).Distinct().ToListAsync(ct);

    private BrandKit Next(BrandKit? before, Guid shop, string collection, Guid[] casting)
    {
        var next = BrandKit.Next(before, shop, collection, time.GetUtcNow());
        next = next.With(next.Read() with { Casting = casting });
        db.BrandKits.Add(next);
        return next;
    }

    private CastingReference Reference(
        Guid id,
        Guid shop,
        Guid line,
        CastingForm form,
        IReadOnlyList<CastingPicture> shown
    ) =>
        new()
        {
            Id = id,
            ShopId = shop,
            LineId = line,
            Kind = form.Kind,
            Name = form.Name.Trim(),
            Looks = form.Looks.Trim(),
            Pictures = CastingReference.Write(shown),
            ConsentBy = string.IsNullOrWhiteSpace(form.ConsentBy) ? null : form.ConsentBy.Trim(),
            ConsentOn = form.ConsentOn,
            CreatedAt = time.GetUtcNow(),
        };

    private Task<IDbContextTransaction> BeginAsync(Guid shop, CancellationToken ct) =>
        BrandKitKeeping.BeginAsync(db, shop, ct);
}
