using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;
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

    public required string Model { get; init; }

    public required string Why { get; init; }

    public required AttemptState State { get; set; }

    public string? Ticket { get; set; }

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
}

internal sealed class AttemptTable : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("generation").HasKey(static attempt => attempt.Id);
        builder.Property(static attempt => attempt.State).HasConversion(LowerCase.Of<AttemptState>());
        builder.Property(static attempt => attempt.Failure).HasConversion(LowerCase.Of<FailureKind>());
        builder.Property(static attempt => attempt.Clip).HasColumnType("jsonb");
    }
}

internal static class GenerationTables
{
    extension(AppDb db)
    {
        public DbSet<Attempt> Attempts => db.Set<Attempt>();
    }
}
