namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>What red, green and blue (0 to 255) give to one channel, in 1/65536 of a plane's step.</summary>
internal readonly record struct ChannelWeights(int Red, int Green, int Blue, int Offset)
{
    public const int Finer = 16;

    /// <param name="red">Levels of the channel that full red gives; likewise the others.</param>
    /// <param name="offset">Level of black.</param>
    public static ChannelWeights Of(double red, double green, double blue, double offset)
    {
        const double Unit = Plane.One << Finer;
        return new ChannelWeights(
            (int)Math.Round(red / 255 * Unit),
            (int)Math.Round(green / 255 * Unit),
            (int)Math.Round(blue / 255 * Unit),
            (int)Math.Round(offset * Unit) + (1 << (Finer - 1))
        );
    }

    public short Of(byte red, byte green, byte blue) =>
        (short)(((Red * red) + (Green * green) + (Blue * blue) + Offset) >> Finer);
}
