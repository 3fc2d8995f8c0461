using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Brands;

/// <summary>One version of what a shop's videos have in common; the newest counts, older ones stay what they were.</summary>
public sealed class BrandKit
{
    /// <summary>Stands for every product that no variant is for.</summary>
    public const string WholeShop = "";

    public required Guid ShopId { get; init; }

    /// <summary>The handle of the collection that this is the variant for; <see cref="WholeShop"/> for all others.</summary>
    public required string Collection { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>House models and places by their ids, in their order; what was erased is found no more.</summary>
    public required Guid[] Casting { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class BrandKitTable : IEntityTypeConfiguration<BrandKit>
{
    public void Configure(EntityTypeBuilder<BrandKit> builder) =>
        builder
            .ToTable("brand_kit")
            .HasKey(static kit => new
            {
                kit.ShopId,
                kit.Collection,
                kit.Version,
            });
}

internal static class BrandTables
{
    extension(AppDb db)
    {
        public DbSet<BrandKit> BrandKits => db.Set<BrandKit>();

        public DbSet<CastingReference> CastingReferences => db.Set<CastingReference>();
    }
}
