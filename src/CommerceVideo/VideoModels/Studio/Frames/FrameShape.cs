namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>Where the three planes of a yuv420p frame lie. Both sides are even.</summary>
internal readonly record struct FrameShape(int Width, int Height)
{
    public int LumaBytes => Width * Height;

    public int ChromaWidth => Width / 2;

    public int ChromaHeight => Height / 2;

    public int ChromaBytes => ChromaWidth * ChromaHeight;

    public int Bytes => LumaBytes + (2 * ChromaBytes);

    public Span<byte> Luma(Span<byte> frame) => frame[..LumaBytes];

    public Span<byte> Blueness(Span<byte> frame) => frame.Slice(LumaBytes, ChromaBytes);

    public Span<byte> Redness(Span<byte> frame) => frame.Slice(LumaBytes + ChromaBytes, ChromaBytes);
}
