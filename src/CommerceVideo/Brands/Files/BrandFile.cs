using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Brands.Files;

public enum BrandFileKind
{
    /// <summary>Kept as PNG: upright, sRGB, of a useful size.</summary>
    Picture,
    Font,

    /// <summary>A <c>.cube</c> file.</summary>
    Lut,
    Music,
}

/// <summary>A file that a shop's kit may name.</summary>
public sealed class BrandFile
{
    public required Guid ShopId { get; init; }

    /// <summary>Its key in storage: the content's hash and what it is.</summary>
    public required string Name { get; init; }

    public required BrandFileKind Kind { get; init; }

    public required long Bytes { get; init; }

    /// <summary>What was read in it: a font's family, a picture's size, a LUT's points along each side, seconds of music.</summary>
    public required string Facts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class BrandFileTable : IEntityTypeConfiguration<BrandFile>
{
    public void Configure(EntityTypeBuilder<BrandFile> builder)
    {
        builder.ToTable("brand_file").HasKey(static file => new { file.ShopId, file.Name });
        builder.Property(static file => file.Kind).HasConversion(LowerCase.Of<BrandFileKind>());
    }
}
