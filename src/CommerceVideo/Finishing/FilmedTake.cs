using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing;

/// <summary>A Clip with what its file really is; sizes, pace and length are taken from the file, the Focus from the Clip.</summary>
public sealed record FilmedTake(Clip Clip, VideoFacts Facts)
{
    /// <summary>Its place among all Takes of the video: names what is written of it.</summary>
    public int Place { get; init; }

    /// <summary>What its colours need; null where they stay as they came.</summary>
    public ColourTransform? Colour { get; init; }

    public FrameSize Size => Facts.Picture.Shown;

    /// <summary>How many frames it gives at a steady pace.</summary>
    public int FramesAt(int fps) =>
        Facts.Timing.Constant && Math.Abs(Facts.Timing.Fps - fps) < 0.01
            ? Facts.Timing.Frames
            : (int)Math.Round(Facts.Timing.Seconds * fps, MidpointRounding.AwayFromZero);
}
