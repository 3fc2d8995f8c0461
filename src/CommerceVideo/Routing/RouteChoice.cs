using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Routing;

/// <summary>What a shop chose for one type of product, or for all that have no choice of their own.</summary>
public sealed class RouteChoice
{
    /// <summary>Stands for every type of product.</summary>
    public const string WholeShop = "";

    public required Guid ShopId { get; init; }

    /// <summary>As the merchant wrote it, in lower case; <see cref="WholeShop"/> for all.</summary>
    public required string ProductType { get; init; }

    /// <summary>A model's id or a provider; null where only something is not wanted.</summary>
    public string? Wanted { get; set; }

    /// <summary>Models or providers that are never used.</summary>
    public string[] NotWanted { get; set; } = [];

    /// <summary>The only models or providers that may be used (the studio may always stand in); empty for all.</summary>
    public string[] OnlyThese { get; set; } = [];

    /// <summary>The most that one video may cost; null when only the caps hold.</summary>
    public decimal? MostAmount { get; set; }

    public string? MostCurrency { get; set; }

    public static string Normal(string? productType) => (productType ?? WholeShop).Trim().ToLowerInvariant();

    public Money? Most => MostAmount is { } amount ? new Money(amount, MostCurrency ?? Money.Dollars) : null;
}

internal sealed class RouteChoiceTable : IEntityTypeConfiguration<RouteChoice>
{
    public void Configure(EntityTypeBuilder<RouteChoice> builder) =>
        builder
            .ToTable("route_choice")
            .Ignore(static choice => choice.Most)
            .HasKey(static choice => new { choice.ShopId, choice.ProductType });
}

internal static class RouteChoiceTables
{
    extension(AppDb db)
    {
        public DbSet<RouteChoice> RouteChoices => db.Set<RouteChoice>();
    }
}
