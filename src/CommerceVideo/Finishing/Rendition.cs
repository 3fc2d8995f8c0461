using CommerceVideo.Brands.Kits;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Finishing;

/// <summary>A Master encoded for one Placement, kept in storage.</summary>
public sealed class Rendition
{
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid BriefId { get; init; }

    public required string Placement { get; init; }

    public required string FileKey { get; init; }

    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    public required string PosterKey { get; init; }

    public required double Seconds { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>The version of the whole shop's brand kit that made it; null for none.</summary>
    public int? KitVersion { get; init; }

    /// <summary>The collection whose variant of the kit made it; null for none.</summary>
    public string? KitCollection { get; init; }

    public int? KitVariant { get; init; }

    /// <summary>The price that is written on it, as <see cref="Words.Offer.Told"/>; null for none.</summary>
    public string? Offer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when another one stands in its place; null for what counts.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public KitVersion? Kit =>
        KitVersion is null && KitVariant is null ? null : new KitVersion(KitVersion, KitCollection, KitVariant);
}

internal sealed class RenditionTable : IEntityTypeConfiguration<Rendition>
{
    public void Configure(EntityTypeBuilder<Rendition> builder) =>
        builder.ToTable("rendition").Ignore(static rendition => rendition.Kit).HasKey(static rendition => rendition.Id);
}

internal static class FinishingTables
{
    extension(AppDb db)
    {
        public DbSet<Rendition> Renditions => db.Set<Rendition>();
    }
}
