namespace CommerceVideo.Media;

/// <summary>Width and height of a frame in pixels.</summary>
public readonly record struct FrameSize(int Width, int Height)
{
    public double Ratio => (double)Width / Height;

    public long Pixels => (long)Width * Height;

    public override string ToString() => $"{Width}x{Height}";
}
