using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Briefs;

public enum BriefState
{
    Generating,
    Finishing,
    Publishing,
    Done,
    NotPossible,
    Parked,
}

/// <summary>A Brief in the database: the same picture of the same product is planned once for a use.</summary>
public sealed class PlannedBrief
{
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid ProductId { get; init; }

    public required Guid SourceImageId { get; set; }

    public required string ContentHash { get; init; }

    public required Use Use { get; init; }

    public required BriefState State { get; set; }

    /// <summary>Its picture is no longer on the product: what was made from it is withdrawn.</summary>
    public bool Stale { get; set; }

    /// <summary>The Shots, as JSON.</summary>
    public required string Shots { get; init; }

    public string? ReasonCode { get; set; }

    public string? ReasonText { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public void Park(string code, string text) => (State, ReasonCode, ReasonText) = (BriefState.Parked, code, text);
}

internal sealed class PlannedBriefTable : IEntityTypeConfiguration<PlannedBrief>
{
    public void Configure(EntityTypeBuilder<PlannedBrief> builder)
    {
        builder.ToTable("brief").HasKey(static brief => brief.Id);
        builder.Property(static brief => brief.Use).HasConversion(LowerCase.Of<Use>());
        builder.Property(static brief => brief.State).HasConversion(LowerCase.Of<BriefState>());
        builder.Property(static brief => brief.Shots).HasColumnType("jsonb");
    }
}

internal static class BriefTables
{
    extension(AppDb db)
    {
        public DbSet<PlannedBrief> Briefs => db.Set<PlannedBrief>();
    }
}
