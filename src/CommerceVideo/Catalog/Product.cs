using CommerceVideo.Platform;
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

    /// <summary>The lowest price of its variants; null where the shop named none.</summary>
    public decimal? PriceAmount { get; set; }

    public string? PriceCurrency { get; set; }

    /// <summary>What every variant is compared with, above its price; null where they are not, or not with the same.</summary>
    public decimal? CompareAtAmount { get; set; }

    /// <summary>Variants cost differently.</summary>
    public bool PricesDiffer { get; set; }

    /// <summary>ACTIVE, DRAFT, UNLISTED or ARCHIVED.</summary>
    public required string Status { get; set; }

    public required DateTimeOffset RemoteUpdatedAt { get; set; }

    public required DateTimeOffset SyncedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <inheritdoc cref="ProductPrice"/>
    public ProductPrice? Price
    {
        get =>
            PriceAmount is { } amount && PriceCurrency is { } currency
                ? new ProductPrice(new Money(amount, currency), CompareAtAmount, PricesDiffer)
                : null;
        set =>
            (PriceAmount, PriceCurrency, CompareAtAmount, PricesDiffer) = (
                value?.Lowest.Amount,
                value?.Lowest.Currency,
                value?.Before,
                value?.Differs == true
            );
    }

    /// <summary>What the merchant calls it: the type where one is given, else the title.</summary>
    public string Subject => string.IsNullOrWhiteSpace(ProductType) ? Title : ProductType;
}

/// <summary>What a product costs, from its shop's own data.</summary>
/// <param name="Before">What all its variants are compared with; null for nothing, or not the same for all.</param>
/// <param name="Differs">Its variants cost differently, and this is the lowest.</param>
public sealed record ProductPrice(Money Lowest, decimal? Before, bool Differs);

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder) =>
        builder
            .ToTable("product")
            .Ignore(static product => product.Subject)
            .Ignore(static product => product.Price)
            .HasKey(static product => product.Id);
}
