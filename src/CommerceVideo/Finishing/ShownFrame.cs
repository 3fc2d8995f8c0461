using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing;

/// <summary>What of a Take's frame is shown in a file.</summary>
/// <param name="Fitted">The part is shown whole though its shape is another; what is missing of the file's is made.</param>
public readonly record struct ShownFrame(PixelBox Box, bool Fitted)
{
    public static ShownFrame Whole(FrameSize frame) =>
        new(new PixelBox(0, 0, frame.Width & ~1, frame.Height & ~1), Fitted: true);

    /// <summary>The largest file of this shape in which nothing is enlarged.</summary>
    public FrameSize Size(AspectRatio ratio) =>
        !Fitted ? new FrameSize(Box.Width, Box.Height)
        : ratio.Value > (double)Box.Width / Box.Height ? new FrameSize(Even(Box.Height * ratio.Value), Box.Height)
        : new FrameSize(Box.Width, Even(Box.Width / ratio.Value));

    private static int Even(double length) => (int)Math.Round(length / 2, MidpointRounding.AwayFromZero) * 2;
}
