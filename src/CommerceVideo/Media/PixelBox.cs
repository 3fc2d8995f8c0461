namespace CommerceVideo.Media;

/// <summary>A rectangle in pixels: left and top inclusive, <c>X + Width</c> and <c>Y + Height</c> exclusive.</summary>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;
}
