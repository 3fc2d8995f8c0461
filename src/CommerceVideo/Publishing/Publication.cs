using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Publishing;

public enum PublicationState
{
    Planned,

    /// <summary>The bytes are with Shopify, waiting to be attached.</summary>
    Staged,

    /// <summary>The attach was or may have been sent: look for it before sending again.</summary>
    Attaching,

    /// <summary>On the product; Shopify is working on it.</summary>
    Processing,
    Published,
    Withdrawing,
    Withdrawn,
    Failed,
}

/// <summary>One Rendition put, or to be put, on one Channel.</summary>
public sealed class Publication
{
    public const string ShopifyChannel = "shopify";

    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid ProductId { get; init; }

    public required Guid RenditionId { get; init; }

    public required string Channel { get; init; }

    public required PublicationState State { get; set; }

    /// <summary>Where the staged bytes are, as Shopify wants to be told when attaching.</summary>
    public string? StagedAddress { get; set; }

    /// <summary>The videos the product had when the attach was about to be sent: ours is the one not among them.</summary>
    public string[] MediaBefore { get; set; } = [];

    public string? MediaGid { get; set; }

    public required string Alt { get; set; }

    /// <summary>Times that the attached video was looked for and not found.</summary>
    public int Tries { get; set; }

    public string? ReasonCode { get; set; }

    public string? ReasonText { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class PublicationTable : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publication").HasKey(static publication => publication.Id);
        builder.Property(static publication => publication.State).HasConversion(LowerCase.Of<PublicationState>());
    }
}

internal static class PublishingTables
{
    extension(AppDb db)
    {
        public DbSet<Publication> Publications => db.Set<Publication>();
    }
}
