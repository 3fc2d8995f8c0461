using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceVideo.Media.Masks;

/// <summary>What the picture itself says, small enough to keep beside it in the database.</summary>
/// <param name="Box">Where the product is, in pixels of the picture.</param>
/// <param name="Coverage">Share of the frame that the product fills.</param>
/// <param name="Person">Likely a person in it; null when it cannot be told.</param>
public sealed record PictureFacts(
    int Width,
    int Height,
    GroundKind Ground,
    MaskKind Mask,
    double Confidence,
    double Coverage,
    PixelBox Box,
    bool? Person
)
{
    /// <summary>What the product stands on, as <c>#rrggbb</c>; null where that is a scene, nothing, or was not kept yet.</summary>
    public string? GroundColour { get; init; }

    /// <summary>Below this the cut is an estimate, good for framing but not for moving the product off its ground.</summary>
    private const double Trusted = 0.6;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>The product can be told from its ground cleanly enough to be moved or lit by itself.</summary>
    public bool StandsAlone => Mask is MaskKind.Alpha or MaskKind.PlainGround && Confidence >= Trusted;

    public static PictureFacts Of(PhotoStudy study) =>
        new(
            study.Photo.Width,
            study.Photo.Height,
            study.Ground.Kind,
            study.Mask.Kind,
            study.Mask.Confidence,
            study.Mask.Coverage,
            study.Mask.Box,
            study.Person
        )
        {
            GroundColour = study.Ground is { Kind: GroundKind.Plain or GroundKind.Graded } ground
                ? $"#{ground.Red:x2}{ground.Green:x2}{ground.Blue:x2}"
                : null,
        };

    public static PictureFacts Read(string json) => JsonSerializer.Deserialize<PictureFacts>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);
}
