using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Catalog;

/// <summary>A product as last read back from its shop.</summary>
public sealed class Product
{
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    /// <summary><c>gid://shopify/Product/…</c></summary>
    public required string Gid { get; init; }

    public required string Title { get; set; }

    public string? ProductType { get; set; }

    public string? Category { get; set; }

    public required string[] Tags { get; set; }

    /// <summary>Handles of the collections that it is in, in the order of the alphabet.</summary>
    public string[] Collections { get; set; } = [];

    /// <summary>ACTIVE, DRAFT, UNLISTED or ARCHIVED.</summary>
    public required string Status { get; set; }

    public required DateTimeOffset RemoteUpdatedAt { get; set; }

    public required DateTimeOffset SyncedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>What the merchant calls it: the type where one is given, else the title.</summary>
    public string Subject => string.IsNullOrWhiteSpace(ProductType) ? Title : ProductType;
}

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder) =>
        builder.ToTable("product").Ignore(static product => product.Subject).HasKey(static product => product.Id);
}
