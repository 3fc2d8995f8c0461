namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>One channel of a picture, row by row, in 1/64 of an 8-bit level (room below for rounding, above for overshoot).</summary>
internal sealed class Plane(int width, int height)
{
    /// <summary>Fraction bits of a sample.</summary>
    public const int Fraction = 6;

    public const short One = 1 << Fraction;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Starts as 0.</summary>
    public short[] Samples { get; } = new short[width * height];

    public Span<short> Row(int y) => Samples.AsSpan(y * Width, Width);
}
