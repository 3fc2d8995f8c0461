namespace CommerceVideo.Media.Video;

/// <summary>What a video file is, read from the file itself without decoding it.</summary>
public sealed record VideoFacts(
    long Bytes,
    ContainerFacts Container,
    PictureStream Picture,
    FrameTiming Timing,
    SoundStream? Sound
);

/// <param name="Format">Short name by content: <c>mp4</c>, <c>mov</c>, <c>webm</c>, or ffprobe's own.</param>
/// <param name="FastStart">The index stands before the pictures, so that playing starts before all is loaded.</param>
/// <param name="PictureStreams">How many picture streams there are; one is right.</param>
/// <param name="OtherStreams">Streams that are neither picture nor sound.</param>
/// <param name="EmptyEdit">An edit list starts with nothing: some players show black or drift out of step.</param>
public sealed record ContainerFacts(
    string Format,
    bool FastStart,
    int PictureStreams,
    int SoundStreams,
    int OtherStreams,
    bool EmptyEdit
);

/// <param name="Size">As stored, before any rotation.</param>
/// <param name="SquarePixels">Each sample is as wide as it is tall.</param>
/// <param name="Rotation">Degrees a player must turn the picture.</param>
public sealed record PictureStream(
    string Codec,
    string Profile,
    int Level,
    string PixelFormat,
    FrameSize Size,
    bool SquarePixels,
    int Rotation,
    bool Progressive,
    ColourTags Colour
)
{
    /// <summary>As a player shows it.</summary>
    public FrameSize Shown => Rotation % 180 == 0 ? Size : new FrameSize(Size.Height, Size.Width);
}

/// <summary>How the numbers in the file become colours; empty where the file does not say.</summary>
public sealed record ColourTags(string Range, string Matrix, string Transfer, string Primaries)
{
    public static ColourTags Bt709 { get; } = new("tv", "bt709", "bt709", "bt709");
}

/// <param name="Constant">Every frame stands equally long.</param>
/// <param name="Seconds">From the first frame to the end of the last.</param>
/// <param name="Bitrate">Bits a second of the pictures alone.</param>
/// <param name="PeakBitrate">The most bits a second over any two seconds.</param>
/// <param name="ClosedGops">No frame reaches back over a keyframe.</param>
/// <param name="LongestGopSeconds">The longest way from one keyframe to the next.</param>
public sealed record FrameTiming(
    double Fps,
    bool Constant,
    int Frames,
    double Seconds,
    long Bitrate,
    long PeakBitrate,
    bool ClosedGops,
    double LongestGopSeconds
);

public sealed record SoundStream(string Codec, int SampleRate, int Channels, double Seconds);
