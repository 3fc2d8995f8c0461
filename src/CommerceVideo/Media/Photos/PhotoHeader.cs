namespace CommerceVideo.Media.Photos;

/// <summary>How the samples of a picture name colours.</summary>
internal enum PhotoInks
{
    Screen,

    /// <summary>Four inks stored upside down, as Adobe programs write them: ffmpeg 5.1 turns these to colours rightly.</summary>
    AdobeInks,

    /// <summary>Four inks as they are: ffmpeg 5.1 takes them for colour and alpha.</summary>
    PlainInks,
}

/// <summary>What a picture file says of itself before any pixel is decoded.</summary>
internal sealed record PhotoHeader(PhotoFormat Format, int Width, int Height)
{
    /// <summary>EXIF's number, 1 to 8; 1 is upright.</summary>
    public int Orientation { get; init; } = 1;

    public int Channels { get; init; } = 3;

    public int BitDepth { get; init; } = 8;

    public bool HasAlpha { get; init; }

    public bool Animated { get; init; }

    public PhotoInks Inks { get; init; }

    /// <summary>The embedded ICC profile, unread; null where there is none.</summary>
    public byte[]? Profile { get; init; }

    /// <summary>The file reaches the end its own structure names.</summary>
    public bool Whole { get; init; }

    /// <summary>A kind of this format that cannot be decoded here, in words; null for the ordinary ones.</summary>
    public string? Unusual { get; init; }

    public long Pixels => (long)Width * Height;
}
