namespace CommerceVideo.Quality.Measuring;

/// <summary>Where the photo lies in a frame: an affine map from cells of the photo's grid to pixels of the small frame.</summary>
internal readonly record struct Placing(double XX, double XY, double X0, double YX, double YY, double Y0)
{
    /// <summary>Frame pixels a cell, as a length.</summary>
    public double Scale => Math.Sqrt(Math.Abs((XX * YY) - (XY * YX)));

    public (float X, float Y) Of(double x, double y) =>
        ((float)((XX * x) + (XY * y) + X0), (float)((YX * x) + (YY * y) + Y0));

    /// <summary>From frame pixels back to cells.</summary>
    public Placing Inverse()
    {
        var whole = (XX * YY) - (XY * YX);
        var (a, b, c, d) = (YY / whole, -XY / whole, -YX / whole, XX / whole);
        return new Placing(a, b, -((a * X0) + (b * Y0)), c, d, -((c * X0) + (d * Y0)));
    }

    /// <summary>The same between a photo grid and a frame that are <paramref name="photo"/> and <paramref name="frame"/> times as large.</summary>
    public Placing Scaled(double photo, double frame)
    {
        var (turn, shift) = (frame / photo, frame);
        // Pixel centres lie half a pixel in, at every size.
        var (px, fx) = (0.5 - (0.5 * photo), (0.5 * frame) - 0.5);
        var (xx, xy, yx, yy) = (XX * turn, XY * turn, YX * turn, YY * turn);
        return new Placing(xx, xy, (X0 * shift) + fx + ((xx + xy) * px), yx, yy, (Y0 * shift) + fx + ((yx + yy) * px));
    }

    /// <summary>The scale is one that a camera gives: not mirrored, not collapsed, not sheared into a line.</summary>
    public bool IsSane
    {
        get
        {
            var whole = (XX * YY) - (XY * YX);
            var sides = (Math.Sqrt((XX * XX) + (YX * YX)), Math.Sqrt((XY * XY) + (YY * YY)));
            return whole > 0.02
                && whole < 400
                && sides.Item1 / sides.Item2 is > 0.7 and < 1.43
                && whole / (sides.Item1 * sides.Item2) > 0.8;
        }
    }
}
