using CommerceVideo.Channels;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing;

/// <summary>One file to make; placements that show the very same pictures share it.</summary>
/// <param name="Name">File name without its ending.</param>
/// <param name="Shown">For each piece, what of the Take is shown.</param>
/// <param name="PosterFrame">Which frame of this file its poster is.</param>
public sealed record RenditionPlan(
    string Name,
    FrameSize Size,
    IReadOnlyList<CutPiece> Pieces,
    IReadOnlyList<ShownFrame> Shown,
    int PosterFrame,
    IReadOnlyList<string> Placements
)
{
    public EncodeProfile Profile { get; init; } = new();

    /// <summary>Bits a second the file should hold.</summary>
    public long BitrateFloor { get; init; }

    /// <summary>Bits a second below which a channel refuses the file.</summary>
    public long BitrateMinimum { get; init; }

    /// <summary>What its placements ask of words on it; null where none are written.</summary>
    public WordRules? Words { get; init; }

    /// <summary>What all its placements leave free.</summary>
    public SafeZone Zone { get; init; } = SafeZone.None;

    /// <summary>Laid over the film, not over its poster: what stands there before it plays must not go stale.</summary>
    public IReadOnlyList<Overlay> Overlays { get; init; } = [];

    /// <summary>What is written instead of what the brand says on every film; null for that.</summary>
    public IReadOnlyList<TextBlock>? Said { get; init; }

    /// <summary>The window that the film is shown in, on a ground of the brand's; null where it fills the frame.</summary>
    public Mat? Mat { get; init; }

    /// <summary>Size of the film inside the file.</summary>
    public FrameSize Filmed => Mat is { Window: var window } ? new FrameSize(window.Width, window.Height) : Size;

    public int Frames => Pieces.Sum(static piece => piece.Frames);

    public string VideoFile => $"{Name}.mp4";

    public string PosterFile => $"{Name}.jpg";
}
