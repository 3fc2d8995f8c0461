namespace CommerceVideo.Media.Colours;

/// <summary>In codes of BT.709, limited range: luma 16 to 235, chroma 16 to 240 about 128.</summary>
internal readonly record struct YccColour(double Luma, double Blue, double Red)
{
    /// <param name="red">sRGB, 0 to 255.</param>
    public static YccColour OfRgb(double red, double green, double blue)
    {
        var luma = (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
        return new YccColour(
            16 + (luma * 219 / 255),
            128 + ((blue - luma) / 1.8556 * 224 / 255),
            128 + ((red - luma) / 1.5748 * 224 / 255)
        );
    }

    public LabColour Lab => LabColour.OfYcc(Luma, Blue, Red);
}
