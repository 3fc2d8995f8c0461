namespace CommerceVideo.Media.Colours;

/// <summary>
/// How far apart two colours look, in CIEDE2000 with all weights 1 (about 1 is just seen). After Sharma, Wu and Dalal, 2005:
/// https://hajim.rochester.edu/ece/sites/gsharma/ciede2000/
/// </summary>
public static class CieDe2000
{
    private const double Pow25To7 = 6103515625;

    public static double Between(LabColour one, LabColour other)
    {
        var mean = (Math.Sqrt(Squared(one.A) + Squared(one.B)) + Math.Sqrt(Squared(other.A) + Squared(other.B))) / 2;
        var stretch = 1 + (0.5 * (1 - Math.Sqrt(Seventh(mean) / (Seventh(mean) + Pow25To7))));
        var (c1, h1) = Polar(one.A * stretch, one.B);
        var (c2, h2) = Polar(other.A * stretch, other.B);
        var (light, chroma) = (other.L - one.L, c2 - c1);
        var turn =
            c1 * c2 == 0 ? 0
            : h2 - h1 > 180 ? h2 - h1 - 360
            : h2 - h1 < -180 ? h2 - h1 + 360
            : h2 - h1;
        var hue = 2 * Math.Sqrt(c1 * c2) * Math.Sin(Radians(turn / 2));
        var (meanChroma, meanHue) = ((c1 + c2) / 2, MeanHue(c1, h1, c2, h2));
        var fromGrey = Squared(((one.L + other.L) / 2) - 50);
        var l = light / (1 + (0.015 * fromGrey / Math.Sqrt(20 + fromGrey)));
        var c = chroma / (1 + (0.045 * meanChroma));
        var h = hue / (1 + (0.015 * meanChroma * HueWeight(meanHue)));
        var rotation =
            -2
            * Math.Sqrt(Seventh(meanChroma) / (Seventh(meanChroma) + Pow25To7))
            * Math.Sin(Radians(60 * Math.Exp(-Squared((meanHue - 275) / 25))));
        return Math.Sqrt(Math.Max(0, Squared(l) + Squared(c) + Squared(h) + (rotation * c * h)));
    }

    private static (double Chroma, double Hue) Polar(double a, double b)
    {
        var hue = Math.Atan2(b, a) * 180 / Math.PI;
        return (Math.Sqrt(Squared(a) + Squared(b)), hue < 0 ? hue + 360 : hue);
    }

    private static double MeanHue(double c1, double h1, double c2, double h2) =>
        c1 * c2 == 0 ? h1 + h2
        : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2
        : h1 + h2 < 360 ? (h1 + h2 + 360) / 2
        : (h1 + h2 - 360) / 2;

    private static double HueWeight(double hue) =>
        1
        - (0.17 * Math.Cos(Radians(hue - 30)))
        + (0.24 * Math.Cos(Radians(2 * hue)))
        + (0.32 * Math.Cos(Radians((3 * hue) + 6)))
        - (0.2 * Math.Cos(Radians((4 * hue) - 63)));

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Squared(double value) => value * value;

    private static double Seventh(double value) => Math.Pow(value, 7);
}
