namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>
/// sRGB to Y'CbCr as BT.709 limited range has it, in the fine steps of <see cref="Plane"/>; video and pictures share their
/// primaries, and players treat the two transfer curves alike.
/// </summary>
internal static class PictureColours
{
    private const double Red = 0.2126;
    private const double Blue = 0.0722;
    private const double Green = 1 - Red - Blue;
    private const int Finer = 14;

    /// <summary>What each 8-bit level of red, green and blue gives to a channel; the offset rides on red.</summary>
    private static readonly int[][] Lightness = Tables(219 * Red, 219 * Green, 219 * Blue, 16);
    private static readonly int[][] Blueness = Tables(-112 * Red / (1 - Blue), -112 * Green / (1 - Blue), 112, 128);
    private static readonly int[][] Redness = Tables(112, -112 * Green / (1 - Red), -112 * Blue / (1 - Red), 128);

    public static YccPicture Convert(ReadOnlySpan<byte> rgba, int width, int height)
    {
        var picture = new YccPicture(width, height);
        Fill(rgba, picture.Y.Samples, Lightness);
        Fill(rgba, picture.Cb.Samples, Blueness);
        Fill(rgba, picture.Cr.Samples, Redness);
        return picture;
    }

    public static (short Y, short Cb, short Cr) Convert(byte red, byte green, byte blue) =>
        (Sample(Lightness, red, green, blue), Sample(Blueness, red, green, blue), Sample(Redness, red, green, blue));

    private static void Fill(ReadOnlySpan<byte> rgba, short[] samples, int[][] tables)
    {
        var (red, green, blue) = (tables[0], tables[1], tables[2]);
        for (var i = 0; i < samples.Length; i++)
        {
            var at = i * 4;
            samples[i] = (short)((red[rgba[at]] + green[rgba[at + 1]] + blue[rgba[at + 2]]) >> Finer);
        }
    }

    private static short Sample(int[][] tables, byte red, byte green, byte blue) =>
        (short)((tables[0][red] + tables[1][green] + tables[2][blue]) >> Finer);

    private static int[][] Tables(double red, double green, double blue, double offset)
    {
        var unit = (double)(Plane.One << Finer);
        return
        [
            Table(red / 255 * unit, (offset * unit) + (1 << (Finer - 1))),
            Table(green / 255 * unit, 0),
            Table(blue / 255 * unit, 0),
        ];
    }

    private static int[] Table(double slope, double offset) =>
        [.. Enumerable.Range(0, 256).Select(level => (int)Math.Round((slope * level) + offset))];
}
