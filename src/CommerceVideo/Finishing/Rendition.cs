using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Finishing;

/// <summary>A Master encoded for one Placement, kept in storage.</summary>
public sealed class Rendition
{
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid BriefId { get; init; }

    public required string Placement { get; init; }

    public required string FileKey { get; init; }

    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    public required string PosterKey { get; init; }

    public required double Seconds { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class RenditionTable : IEntityTypeConfiguration<Rendition>
{
    public void Configure(EntityTypeBuilder<Rendition> builder) =>
        builder.ToTable("rendition").HasKey(static rendition => rendition.Id);
}

internal static class FinishingTables
{
    extension(AppDb db)
    {
        public DbSet<Rendition> Renditions => db.Set<Rendition>();
    }
}
