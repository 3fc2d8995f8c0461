using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;
using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing;

/// <summary>A film shown in a window, on the brand's plain ground.</summary>
/// <param name="Window">On even pixels.</param>
/// <param name="Laid">What covers the frame round the window: laid over film and poster alike.</param>
public sealed record Mat(PixelBox Window, Rgb Colour, IReadOnlyList<Overlay> Laid)
{
    /// <summary>The frame round the window, as at most four boxes.</summary>
    public IReadOnlyList<PixelBox> Round(FrameSize frame)
    {
        var (right, bottom) = (Window.X + Window.Width, Window.Y + Window.Height);
        PixelBox[] sides =
        [
            new(0, 0, frame.Width, Window.Y),
            new(0, bottom, frame.Width, frame.Height - bottom),
            new(0, Window.Y, Window.X, Window.Height),
            new(right, Window.Y, frame.Width - right, Window.Height),
        ];
        return [.. sides.Where(static side => side is { Width: > 0, Height: > 0 })];
    }
}
