namespace CommerceVideo.Media.Colours;

/// <summary>
/// The one transform of a Take: the best line from its colours to the photo's over cells seen in both, then moved so that the
/// product's mean is met exactly. Pure.
/// </summary>
internal static class ColourFit
{
    // How far a flat colour is trusted to tell contrast and saturation: as if each cell lay this many codes from the mean.
    private const double LumaTrust = 3;
    private const double ChromaTrust = 2;
    private const double SlopeTrust = 10;

    private const double Outlying = 6;
    private const int Rounds = 4;

    public static ColourTransform Of(IReadOnlyList<ColourMatch> pairs)
    {
        var weights = pairs.Select(static pair => pair.Weight).ToArray();
        var found = ColourTransform.Identity;
        for (var round = 0; round < Rounds; round++)
        {
            found = Anchored(Bounded(Line(pairs, weights)), pairs);
            for (var at = 0; at < weights.Length; at++)
            {
                weights[at] = pairs[at].Weight * Math.Min(1, Outlying / Math.Max(1, Wrong(found, pairs[at])));
            }
        }

        return found;
    }

    private static ColourTransform Line(IReadOnlyList<ColourMatch> pairs, double[] weights)
    {
        var (luma, blue, red) = (new Sums(), new Sums(), new Sums());
        for (var at = 0; at < weights.Length; at++)
        {
            luma.Add(pairs[at].Frame.Luma, pairs[at].Photo.Luma, weights[at]);
            blue.Add(pairs[at].Frame.Blue, pairs[at].Photo.Blue, weights[at]);
            red.Add(pairs[at].Frame.Red, pairs[at].Photo.Red, weights[at]);
        }

        var prior = luma.Count * LumaTrust * LumaTrust;
        var gain = (luma.Both + prior) / (luma.First + prior);
        var system = new double[3, 4];
        for (var at = 0; at < weights.Length; at++)
        {
            var (frame, photo) = (pairs[at].Frame, pairs[at].Photo);
            var light = gain * (frame.Luma - luma.FirstMean);
            Linear.Add(system, [frame.Blue - blue.FirstMean, light, 0], photo.Blue - blue.SecondMean, weights[at]);
            Linear.Add(system, [frame.Red - red.FirstMean, 0, light], photo.Red - red.SecondMean, weights[at]);
        }

        Linear.Add(system, [1, 0, 0], 1, 2 * luma.Count * ChromaTrust * ChromaTrust);
        Linear.Add(system, [0, 1, 0], 0, luma.Count * SlopeTrust * SlopeTrust);
        Linear.Add(system, [0, 0, 1], 0, luma.Count * SlopeTrust * SlopeTrust);
        return Linear.Solve(system) is { } solved
            ? new ColourTransform(gain, 0, solved[0], new ChromaShift(0, solved[1]), new ChromaShift(0, solved[2]))
            : ColourTransform.Identity;
    }

    /// <summary>A model's cast, not another picture: what lies beyond is for the gate to refuse, not for us to hide.</summary>
    private static ColourTransform Bounded(ColourTransform of) =>
        of with
        {
            Gain = Math.Clamp(of.Gain, 0.75, 1.33),
            Saturation = Math.Clamp(of.Saturation, 0.7, 1.4),
            Blue = new ChromaShift(0, Math.Clamp(of.Blue.Slope, -0.15, 0.15)),
            Red = new ChromaShift(0, Math.Clamp(of.Red.Slope, -0.15, 0.15)),
        };

    private static ColourTransform Anchored(ColourTransform of, IReadOnlyList<ColourMatch> pairs)
    {
        var (frame, photo) = (Mean(pairs, static pair => pair.Frame), Mean(pairs, static pair => pair.Photo));
        var offset = Math.Clamp(photo.Luma - (of.Gain * frame.Luma), -48, 48);
        var luma = (of.Gain * frame.Luma) + offset;
        return of with
        {
            Offset = offset,
            Blue = of.Blue with { Offset = Shift(photo.Blue, frame.Blue, of.Saturation, of.Blue.Slope * luma) },
            Red = of.Red with { Offset = Shift(photo.Red, frame.Red, of.Saturation, of.Red.Slope * luma) },
        };
    }

    private static double Shift(double wanted, double seen, double saturation, double already) =>
        Math.Clamp(wanted - 128 - (saturation * (seen - 128)) - already, -48, 48);

    private static YccColour Mean(IReadOnlyList<ColourMatch> pairs, Func<ColourMatch, YccColour> side)
    {
        var (luma, blue, red, count) = (0.0, 0.0, 0.0, 0);
        foreach (var colour in pairs.Where(static pair => pair.Product).Select(side))
        {
            (luma, blue, red, count) = (luma + colour.Luma, blue + colour.Blue, red + colour.Red, count + 1);
        }

        return new YccColour(luma / count, blue / count, red / count);
    }

    private static double Wrong(ColourTransform of, ColourMatch pair)
    {
        var (luma, blue, red) = of.Apply(pair.Frame.Luma, pair.Frame.Blue, pair.Frame.Red);
        return Math.Max(
            Math.Abs(luma - pair.Photo.Luma),
            Math.Max(Math.Abs(blue - pair.Photo.Blue), Math.Abs(red - pair.Photo.Red))
        );
    }
}
