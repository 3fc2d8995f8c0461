using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Quality;

/// <summary>A Finding of one attempt's Clip, as it was found at the time.</summary>
public sealed class ClipFinding
{
    public long Id { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid GenerationId { get; init; }

    /// <summary>The check's.</summary>
    public required string Name { get; init; }

    public double? Value { get; init; }

    public required string Unit { get; init; }

    public required string Op { get; init; }

    public double? PassLimit { get; init; }

    public int? Frame { get; init; }

    public required FindingOutcome Outcome { get; init; }

    public string? Why { get; init; }

    public required DateTimeOffset At { get; init; }

    public static ClipFinding Of(Finding finding, Guid shop, Guid generation, DateTimeOffset at) =>
        new()
        {
            ShopId = shop,
            GenerationId = generation,
            Name = finding.Check,
            Value = finding.Value,
            Unit = finding.Unit,
            Op = finding.Op,
            PassLimit = finding.Limit,
            Frame = finding.Frame,
            Outcome = finding.Outcome,
            Why = finding.Why,
            At = at,
        };
}

internal sealed class ClipFindingTable : IEntityTypeConfiguration<ClipFinding>
{
    public void Configure(EntityTypeBuilder<ClipFinding> builder)
    {
        builder.ToTable("clip_finding").HasKey(static finding => finding.Id);
        builder.Property(static finding => finding.Outcome).HasConversion(LowerCase.Of<FindingOutcome>());
    }
}

internal static class QualityTables
{
    extension(AppDb db)
    {
        public DbSet<ClipFinding> ClipFindings => db.Set<ClipFinding>();
    }
}
