using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Briefs;

public enum BriefState
{
    Generating,
    Finishing,

    /// <summary>Its files are there; a person has to look before they are published.</summary>
    Review,
    Publishing,
    Done,

    /// <summary>A person looked and said no.</summary>
    Rejected,
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

    /// <summary>A later version of it was approved: it does not come back with its picture.</summary>
    public bool Superseded { get; set; }

    /// <summary>The Shots, as JSON.</summary>
    public required string Shots { get; init; }

    /// <summary>1 for what a new picture gets by itself; more when a person asked again.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The model or provider that a person asked for.</summary>
    public string? WantedModel { get; init; }

    /// <summary>A person's wish for this version, in their own words.</summary>
    public string? Note { get; init; }

    /// <summary>The recipe that it was made from, where it was one.</summary>
    public Guid? RecipeId { get; init; }

    /// <summary>When its files are needed.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>The bulk run or campaign that it belongs to.</summary>
    public string? Run { get; init; }

    /// <summary>The most it may cost in the worst case, as approved when its Shots were routed.</summary>
    public decimal? ApprovedAmount { get; set; }

    public string? ApprovedCurrency { get; set; }

    public Money? Approved =>
        ApprovedAmount is { } amount && ApprovedCurrency is { } currency ? new Money(amount, currency) : null;

    public DateTimeOffset? ReviewedAt { get; set; }

    public string? ReasonCode { get; set; }

    public string? ReasonText { get; set; }

    /// <summary>What a person should know of its videos although they are made, a sentence each.</summary>
    public string[] Warnings { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Once: what was approved does not grow.</summary>
    public void Approve(Money worst) =>
        (ApprovedAmount, ApprovedCurrency) = Approved is { } before
            ? (before.Amount, before.Currency)
            : (worst.Amount, worst.Currency);

    public void Park(string code, string text) => (State, ReasonCode, ReasonText) = (BriefState.Parked, code, text);

    /// <summary>What it was given up for lack of a Clip came after all.</summary>
    public void GoOn()
    {
        if (State == BriefState.Parked && ReasonCode is { } code && IsForLackOfAClip(code))
        {
            (State, ReasonCode, ReasonText) = (BriefState.Generating, null, null);
        }
    }

    private static bool IsForLackOfAClip(string code) =>
        code is "attempt_unclear" or "over_budget" or "other_currency"
        || code.StartsWith("generation_", StringComparison.Ordinal);
}

internal sealed class PlannedBriefTable : IEntityTypeConfiguration<PlannedBrief>
{
    public void Configure(EntityTypeBuilder<PlannedBrief> builder)
    {
        builder.ToTable("brief").HasKey(static brief => brief.Id);
        builder.Property(static brief => brief.Use).HasConversion(LowerCase.Of<Use>());
        builder.Property(static brief => brief.State).HasConversion(LowerCase.Of<BriefState>());
        builder.Property(static brief => brief.Shots).HasColumnType("jsonb");
        builder.Ignore(static brief => brief.Approved);
    }
}

internal static class BriefTables
{
    extension(AppDb db)
    {
        public DbSet<PlannedBrief> Briefs => db.Set<PlannedBrief>();
    }
}
