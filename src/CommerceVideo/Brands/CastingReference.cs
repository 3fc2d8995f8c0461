using System.Text.Json;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels.Casting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Brands;

/// <summary>A house model or a place that a brand's videos show again and again. Replacing it makes another one.</summary>
public sealed class CastingReference
{
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    /// <summary>The same through all replacements: erasing one erases all.</summary>
    public required Guid LineId { get; init; }

    public required CastKind Kind { get; init; }

    /// <summary>What the shop calls it; no provider is told.</summary>
    public required string Name { get; init; }

    /// <summary>What a viewer sees, in plain words; providers are told.</summary>
    public required string Looks { get; init; }

    /// <summary>Its <see cref="CastingPicture"/>s, as JSON.</summary>
    public required string Pictures { get; init; }

    /// <summary>Who agreed that the person is shown in generated videos; null for a place that needs no consent.</summary>
    public string? ConsentBy { get; init; }

    public DateOnly? ConsentOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<CastingPicture> ReadPictures() =>
        JsonSerializer.Deserialize<CastingPicture[]>(Pictures, JsonSerializerOptions.Web)!;

    public static string Write(IReadOnlyList<CastingPicture> pictures) =>
        JsonSerializer.Serialize(pictures, JsonSerializerOptions.Web);

    public CastMember AsMember() =>
        new(Id, Kind, Looks, [.. ReadPictures().Select(static picture => picture.ContentHash)]);
}

/// <summary>One picture as it is sent: upright, sRGB, without what its file said beside the picture.</summary>
/// <param name="ContentHash">Of the picture's pixels.</param>
/// <param name="FileKey">In storage.</param>
public sealed record CastingPicture(string ContentHash, string FileKey, int Width, int Height);

internal sealed class CastingReferenceTable : IEntityTypeConfiguration<CastingReference>
{
    public void Configure(EntityTypeBuilder<CastingReference> builder)
    {
        builder.ToTable("casting_reference").HasKey(static reference => reference.Id);
        builder.Property(static reference => reference.Kind).HasConversion(LowerCase.Of<CastKind>());
        builder.Property(static reference => reference.Pictures).HasColumnType("jsonb");
    }
}
