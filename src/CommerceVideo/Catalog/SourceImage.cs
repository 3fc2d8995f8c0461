using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Catalog;

public enum ImageState
{
    /// <summary>Seen, not yet read (or Shopify still works on it).</summary>
    New,
    Accepted,

    /// <summary>It will never do; the reason says why.</summary>
    Refused,

    /// <summary>The merchant took it off the product.</summary>
    Gone,
}

/// <summary>One picture of a product. What it shows is told by its content hash, not by its id at Shopify.</summary>
public sealed class SourceImage
{
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid ProductId { get; init; }

    public required string MediaGid { get; init; }

    public required int Position { get; set; }

    public string? Alt { get; set; }

    /// <summary>Where the original file can be fetched; empty while Shopify still works on it.</summary>
    public required string Address { get; set; }

    public required ImageState State { get; set; }

    public string? ContentHash { get; set; }

    /// <summary>The file in our storage.</summary>
    public string? FileKey { get; set; }

    /// <summary>What was read off the picture, as JSON of the step that uses it.</summary>
    public string? Facts { get; set; }

    public string? ReasonCode { get; set; }

    public string? ReasonText { get; set; }

    public required DateTimeOffset SeenAt { get; init; }

    public void Refuse(string code, string text) => (State, ReasonCode, ReasonText) = (ImageState.Refused, code, text);
}

internal sealed class SourceImageTable : IEntityTypeConfiguration<SourceImage>
{
    public void Configure(EntityTypeBuilder<SourceImage> builder)
    {
        builder.ToTable("source_image").HasKey(static image => image.Id);
        // A picture may be taken off while it is being read: whoever writes last must have seen the other's word.
        builder.Property(static image => image.State).HasConversion(LowerCase.Of<ImageState>()).IsConcurrencyToken();
        builder.Property(static image => image.Facts).HasColumnType("jsonb");
    }
}

internal static class CatalogTables
{
    extension(AppDb db)
    {
        public DbSet<Product> Products => db.Set<Product>();

        public DbSet<SourceImage> SourceImages => db.Set<SourceImage>();
    }
}
