using CommerceVideo.Brands.Files;
using CommerceVideo.Brands.Kits;
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

    /// <summary>Its members as <see cref="KitContent"/>'s JSON, without the casting.</summary>
    public required string Content { get; init; }

    /// <summary>House models and places by their ids, in their order; what was erased is found no more.</summary>
    public required Guid[] Casting { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public KitContent Read()
    {
        // The database keeps only what was judged when it was kept.
        var (content, wrong) = KitJson.Read(Content);
        return (content ?? throw new InvalidOperationException(wrong)) with { Casting = Casting };
    }

    /// <summary>What follows on <paramref name="before"/>, or is the first.</summary>
    public static BrandKit Next(BrandKit? before, Guid shop, string collection, DateTimeOffset at) =>
        new()
        {
            ShopId = shop,
            Collection = collection,
            Version = (before?.Version ?? 0) + 1,
            Content = before?.Content ?? "{}",
            Casting = before?.Casting ?? [],
            CreatedAt = at,
        };

    /// <summary>The same version with another content; for one that is not kept yet.</summary>
    public BrandKit With(KitContent content) =>
        new()
        {
            ShopId = ShopId,
            Collection = Collection,
            Version = Version,
            Content = KitJson.Write(content with { Casting = null }),
            Casting = content.Casting is { } casting ? [.. casting] : Casting,
            CreatedAt = CreatedAt,
        };
}

internal sealed class BrandKitTable : IEntityTypeConfiguration<BrandKit>
{
    public void Configure(EntityTypeBuilder<BrandKit> builder)
    {
        builder
            .ToTable("brand_kit")
            .HasKey(static kit => new
            {
                kit.ShopId,
                kit.Collection,
                kit.Version,
            });
        builder.Property(static kit => kit.Content).HasColumnType("jsonb");
    }
}

internal static class BrandTables
{
    extension(AppDb db)
    {
        public DbSet<BrandKit> BrandKits => db.Set<BrandKit>();

        public DbSet<BrandFile> BrandFiles => db.Set<BrandFile>();

        public DbSet<CastingReference> CastingReferences => db.Set<CastingReference>();
    }
}
