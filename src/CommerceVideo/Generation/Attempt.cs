using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Quality;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Generation;

/// <summary>The states of an attempt, as every part of the system names them.</summary>
public enum AttemptState
{
    Planned,
    Reserved,
    Submitting,
    Submitted,
    Running,
    Collecting,
    Collected,
    Failed,
    Refused,
    Unclear,
    Cancelled,
}

/// <summary>One attempt of a Shot on one model.</summary>
public sealed class Attempt
{
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid BriefId { get; init; }

    /// <summary>Which Shot of the Brief, from 0.</summary>
    public required int Shot { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    public required string Provider { get; init; }

    public required string Model { get; init; }

    /// <summary>The size that is bought, by the model's own name for it.</summary>
    public required string Size { get; init; }

    /// <summary>Whole seconds that are bought.</summary>
    public required int Seconds { get; init; }

    /// <summary>The shape of the Clip, as <c>9:16</c>.</summary>
    public required string Ratio { get; init; }

    public required string Why { get; init; }

    /// <summary>The whole explained decision, as JSON.</summary>
    public string? Route { get; init; }

    public required AttemptState State { get; set; }

    /// <summary>The provider's key that it was sent with, named without telling it; null until it is sent.</summary>
    public string? Account { get; set; }

    /// <summary>Its Clip came and did not go on from the Shot before.</summary>
    public bool JoinBroken { get; set; }

    public string? Ticket { get; set; }

    /// <summary>A reference that the provider told by calling back, before or instead of answering.</summary>
    public string? HintedTicket { get; set; }

    /// <summary>What of the Shot the model could not honour.</summary>
    public string[] Warnings { get; set; } = [];

    /// <summary>Tells the same request from a changed one.</summary>
    public string? RequestHash { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>After this moment somebody else stands in; it is still watched.</summary>
    public DateTimeOffset? GiveUpAt { get; set; }

    /// <summary>How often a lost request was looked for.</summary>
    public int Looks { get; set; }

    /// <summary>How often the request went out; more than once only where the provider refuses a second of the same name.</summary>
    public int Sends { get; set; }

    /// <summary>What the provider says it charged; null until it says so.</summary>
    public decimal? BilledAmount { get; set; }

    /// <summary>What the fidelity gate said of its Clip; null where it was not asked.</summary>
    public Verdict? Verdict { get; set; }

    public FailureKind? Failure { get; set; }

    public string? Reason { get; set; }

    public required decimal PriceAmount { get; init; }

    public required string PriceCurrency { get; init; }

    /// <summary>The Clip's file in storage.</summary>
    public string? ClipKey { get; set; }

    /// <summary>What is known of the Clip, as JSON.</summary>
    public string? Clip { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public bool IsFree => PriceAmount == 0;

    /// <summary>This machine does the work, not somebody who is asked.</summary>
    public bool RendersHere => Provider == StudioProvider.ProviderName;

    public Money Price => new(PriceAmount, PriceCurrency);

    /// <summary>What it cost as far as is known: what the provider said, else what it was bought for.</summary>
    public Money Cost => new(BilledAmount ?? PriceAmount, PriceCurrency);

    /// <summary>
    /// What the provider says that it charged, where that can be compared with what it was bought for. Other money is not
    /// converted: the price stands until somebody looks, and the warning says so.
    /// </summary>
    public Money? Hear(Money? charged)
    {
        if (charged is { IsNothing: false } other && other.Currency != PriceCurrency)
        {
            Warnings =
            [
                .. Warnings,
                $"The provider says that it charged {other}, and it was bought for {Price}. Amounts are never converted: compare its bill.",
            ];
            return null;
        }

        return Bills.Of(charged, PriceCurrency);
    }

    public bool HasEnded =>
        State is AttemptState.Collected or AttemptState.Failed or AttemptState.Refused or AttemptState.Cancelled;

    /// <summary>The provider has it, or may have it.</summary>
    public bool IsOut => State is not (AttemptState.Planned or AttemptState.Reserved) && !HasEnded;
}

internal sealed class AttemptTable : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("generation").HasKey(static attempt => attempt.Id);
        builder.Property(static attempt => attempt.State).HasConversion(LowerCase.Of<AttemptState>());
        builder.Property(static attempt => attempt.Failure).HasConversion(LowerCase.Of<FailureKind>());
        builder.Property(static attempt => attempt.Verdict).HasConversion(LowerCase.Of<Verdict>());
        builder.Property(static attempt => attempt.Clip).HasColumnType("jsonb");
        builder.Property(static attempt => attempt.Route).HasColumnType("jsonb");
        builder.Ignore(static attempt => attempt.Price).Ignore(static attempt => attempt.Cost);
    }
}

internal static class GenerationTables
{
    extension(AppDb db)
    {
        public DbSet<Attempt> Attempts => db.Set<Attempt>();
    }
}
