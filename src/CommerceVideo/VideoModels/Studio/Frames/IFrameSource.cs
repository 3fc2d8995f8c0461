namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>Draws the frames of one Clip, as yuv420p planes one after another.</summary>
internal interface IFrameSource
{
    int Count { get; }

    FrameShape Shape { get; }

    /// <summary>Draws every byte of <paramref name="frame"/>; the same index gives the same bytes.</summary>
    void Draw(int index, Span<byte> frame);
}
