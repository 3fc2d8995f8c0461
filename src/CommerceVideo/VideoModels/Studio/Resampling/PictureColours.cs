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

    private static readonly ChannelWeights[] Weights =
    [
        ChannelWeights.Of(219 * Red, 219 * Green, 219 * Blue, 16),
        ChannelWeights.Of(-112 * Red / (1 - Blue), -112 * Green / (1 - Blue), 112, 128),
        ChannelWeights.Of(112, -112 * Green / (1 - Red), -112 * Blue / (1 - Red), 128),
    ];

    public static YccPicture Convert(ReadOnlySpan<byte> rgba, int width, int height)
    {
        var picture = new YccPicture(width, height);
        var done = VectorPasses.Supported ? ColourPasses.Fill(rgba, picture, Weights) : 0;
        Fill(rgba, picture.Y.Samples, Weights[0], done);
        Fill(rgba, picture.Cb.Samples, Weights[1], done);
        Fill(rgba, picture.Cr.Samples, Weights[2], done);
        return picture;
    }

    public static (short Y, short Cb, short Cr) Convert(byte red, byte green, byte blue) =>
        (Weights[0].Of(red, green, blue), Weights[1].Of(red, green, blue), Weights[2].Of(red, green, blue));

    private static void Fill(ReadOnlySpan<byte> rgba, short[] samples, ChannelWeights weights, int done)
    {
        for (var at = done; at < samples.Length; at++)
        {
            samples[at] = weights.Of(rgba[at * 4], rgba[(at * 4) + 1], rgba[(at * 4) + 2]);
        }
    }
}
