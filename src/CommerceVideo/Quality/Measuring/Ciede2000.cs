namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// The CIEDE2000 colour difference with unit weights, after Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula:
/// implementation notes, supplementary test data, and mathematical observations" (2005), whose test pairs it is held to.
/// </summary>
internal static class Ciede2000
{
    private const double SevenTo25 = 6103515625;

    public static double Of(LabColour one, LabColour other)
    {
        var mean = (one.Chroma + other.Chroma) / 2;
        var stretch = 1 + (0.5 * (1 - Root7(mean)));
        var (a1, a2) = (one.A * stretch, other.A * stretch);
        var (c1, c2) = (Length(a1, one.B), Length(a2, other.B));
        var (h1, h2) = (Hue(a1, one.B), Hue(a2, other.B));

        var (light, chroma) = (other.L - one.L, c2 - c1);
        var turn = c1 * c2 == 0 ? 0 : Turn(h2 - h1);
        var hue = 2 * Math.Sqrt(c1 * c2) * Sine(turn / 2);

        var (meanL, meanC) = ((one.L + other.L) / 2, (c1 + c2) / 2);
        var meanH = MeanHue(h1, h2, c1 * c2);
        var t =
            1
            - (0.17 * Cosine(meanH - 30))
            + (0.24 * Cosine(2 * meanH))
            + (0.32 * Cosine((3 * meanH) + 6))
            - (0.20 * Cosine((4 * meanH) - 63));
        var middle = (meanL - 50) * (meanL - 50);
        var weightL = 1 + (0.015 * middle / Math.Sqrt(20 + middle));
        var weightC = 1 + (0.045 * meanC);
        var weightH = 1 + (0.015 * meanC * t);
        var bend = (meanH - 275) / 25;
        var rotation = -Sine(60 * Math.Exp(-bend * bend)) * 2 * Root7(meanC);

        var (l, c, h) = (light / weightL, chroma / weightC, hue / weightH);
        return Math.Sqrt((l * l) + (c * c) + (h * h) + (rotation * c * h));
    }

    private static double Root7(double chroma)
    {
        var seventh = Math.Pow(chroma, 7);
        return Math.Sqrt(seventh / (seventh + SevenTo25));
    }

    private static double Hue(double a, double b)
    {
        if (a == 0 && b == 0)
        {
            return 0;
        }

        var degrees = Math.Atan2(b, a) * 180 / Math.PI;
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double Turn(double difference) =>
        difference switch
        {
            > 180 => difference - 360,
            < -180 => difference + 360,
            _ => difference,
        };

    private static double MeanHue(double one, double other, double product)
    {
        var sum = one + other;
        if (product == 0)
        {
            return sum;
        }

        if (Math.Abs(one - other) <= 180)
        {
            return sum / 2;
        }

        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Sine(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cosine(double degrees) => Math.Cos(degrees * Math.PI / 180);
}
