using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Budgets;

/// <summary>What a shop may spend, its own limits where it set them.</summary>
public sealed record ShopBudget(decimal Day, decimal Month, decimal Run, string Currency)
{
    internal static ShopBudget Of(BudgetRow? own, BudgetOptions usual) =>
        new(own?.Day ?? usual.Day, own?.Month ?? usual.Month, own?.Run ?? usual.Run, own?.Currency ?? usual.Currency);
}

/// <summary>A shop's own limits; null is the installation's.</summary>
internal sealed class BudgetRow
{
    public required Guid ShopId { get; init; }

    public decimal? Day { get; set; }

    public decimal? Month { get; set; }

    public decimal? Run { get; set; }

    public required string Currency { get; set; }
}

internal sealed class BudgetTable : IEntityTypeConfiguration<BudgetRow>
{
    public void Configure(EntityTypeBuilder<BudgetRow> builder) =>
        builder.ToTable("budget").HasKey(static budget => budget.ShopId);
}

internal static class BudgetTables
{
    extension(AppDb db)
    {
        public DbSet<BudgetRow> Budgets => db.Set<BudgetRow>();
    }
}
