namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>A soft slanted band of light that crosses the frame once; before and after it is wholly outside.</summary>
internal sealed class LightBand
{
    /// <summary>How far the band leans: pixels sideways for each pixel down.</summary>
    private const double Lean = -0.35;

    /// <summary>Distance from the middle to where light has fallen to a third, as a share of the frame's width.</summary>
    private const double Softness = 0.15;

    /// <summary>Beyond this many softnesses nothing is left of it.</summary>
    private const double Reach = 3.2;

    /// <summary>Steps of the profile within one pixel: the slant must not show as stairs.</summary>
    private const int Finer = 8;

    private readonly short[][] _profiles;

    private readonly int _half;

    private readonly double _way;

    private readonly int _centre;

    public LightBand(FrameShape shape)
    {
        var soft = Softness * shape.Width;
        var slant = (int)Math.Ceiling(Math.Abs(Lean) * shape.Height);
        _half = (int)Math.Ceiling(Reach * soft);
        _way = shape.Width + (2 * _half) + slant;
        _centre = shape.Width + _half + slant + 1;
        var length = (2 * _centre) + shape.Width;
        _profiles =
        [
            .. Enumerable.Range(0, Finer).Select(step => Profile(soft, _centre - ((double)step / Finer), length)),
        ];
    }

    /// <summary>Light along row <paramref name="y"/> at <paramref name="time"/> (0 to 1), 0 to 32767 a pixel.</summary>
    public ReadOnlySpan<short> Row(int y, double time, int width)
    {
        var middle = -_half + (_way * time) + (Lean * y);
        var place = _centre - middle;
        var whole = (int)Math.Floor(place);
        return _profiles[(int)((place - whole) * Finer)].AsSpan(whole, width);
    }

    private static short[] Profile(double soft, double centre, int length)
    {
        var profile = new short[length];
        for (var x = 0; x < length; x++)
        {
            var away = (x + 0.5 - centre) / soft;
            profile[x] = Math.Abs(away) > Reach ? (short)0 : (short)Math.Round(32767 * Math.Exp(-away * away));
        }

        return profile;
    }
}
