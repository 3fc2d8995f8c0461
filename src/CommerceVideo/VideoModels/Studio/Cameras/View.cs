namespace CommerceVideo.VideoModels.Studio.Cameras;

/// <summary>What the camera sees: a rectangle in source pixels, at any fraction of one.</summary>
internal readonly record struct View(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CentreX => X + (Width / 2);

    public double CentreY => Y + (Height / 2);

    public static View Around(double centreX, double centreY, double width, double height) =>
        new(centreX - (width / 2), centreY - (height / 2), width, height);

    public View Union(View other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new View(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    /// <summary>The same rectangle moved and stretched into other coordinates.</summary>
    public View In(double originX, double originY, double scaleX, double scaleY) =>
        new((X * scaleX) - originX, (Y * scaleY) - originY, Width * scaleX, Height * scaleY);
}
