namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>A picture as video sees it: lightness and two colour differences, all at full size.</summary>
internal sealed record YccPicture(Plane Y, Plane Cb, Plane Cr)
{
    public YccPicture(int width, int height)
        : this(new Plane(width, height), new Plane(width, height), new Plane(width, height)) { }

    public int Width => Y.Width;

    public int Height => Y.Height;

    public Plane[] Planes => [Y, Cb, Cr];
}
