using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Routing;

/// <summary>What can be told of a model's request or Clip.</summary>
public enum ModelEventKind
{
    /// <summary>The provider took a request.</summary>
    Accepted,

    /// <summary>A Clip came; Seconds is the time from submit.</summary>
    Collected,

    /// <summary>An attempt ended without a Clip; Detail is the FailureKind.</summary>
    Failed,

    /// <summary>A person approved the video.</summary>
    Approved,

    /// <summary>A person rejected it; Detail is the <see cref="RejectionFault"/>, or their words where they named none.</summary>
    Rejected,

    /// <summary>The quality checks passed it.</summary>
    Passed,

    /// <summary>The quality checks did not pass it; Detail names the check.</summary>
    FailedCheck,
}

/// <summary>One thing that happened to a model's work: health and learning are counted from these rows alone.</summary>
public sealed class ModelEvent
{
    public long Id { get; init; }

    public required Guid ShopId { get; init; }

    public required string Provider { get; init; }

    public required string Model { get; init; }

    /// <summary>What the product is, as results are learned by.</summary>
    public required string Category { get; init; }

    public required ModelEventKind Kind { get; init; }

    public string? Detail { get; init; }

    public double? Seconds { get; init; }

    public Guid? GenerationId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ModelEventTable : IEntityTypeConfiguration<ModelEvent>
{
    public void Configure(EntityTypeBuilder<ModelEvent> builder)
    {
        builder.ToTable("model_event").HasKey(static happened => happened.Id);
        builder.Property(static happened => happened.Kind).HasConversion(LowerCase.Of<ModelEventKind>());
    }
}

internal static class RoutingTables
{
    extension(AppDb db)
    {
        public DbSet<ModelEvent> ModelEvents => db.Set<ModelEvent>();
    }
}
