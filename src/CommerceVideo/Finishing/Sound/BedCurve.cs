namespace CommerceVideo.Finishing.Sound;

/// <summary>
/// How loud a bed is from moment to moment, measured once. From it follows the integrated loudness of any cut with its fades
/// and joins (ITU-R BS.1770-4, gated), so that the bed itself is not played again for each length. Pure.
/// </summary>
/// <param name="Momentary">LUFS of the 400 ms that end with each step of 100 ms.</param>
/// <param name="Seconds">How much of the bed can be used, from its start.</param>
internal sealed record BedCurve(IReadOnlyList<double> Momentary, double Seconds)
{
    public const double Step = 0.1;

    private const double Window = 0.4;

    private const double AbsoluteGate = -70;

    private const double RelativeGate = -10;

    /// <summary>Fainter is no beginning.</summary>
    private const double Heard = -50;

    /// <summary>Where it begins to be heard; null where nothing ever is.</summary>
    public double? Start
    {
        get
        {
            var first = Momentary
                .Select(static (lufs, at) => (lufs, at))
                .FirstOrDefault(static one => one.lufs > Heard, (0, -1));
            return first.at < 0 ? null : Math.Max(0, ((first.at + 1) * Step) - Window);
        }
    }

    /// <returns>LUFS; null where nothing passes the gates.</returns>
    public double? Integrated(BedCut cut)
    {
        var blocks = new List<double>();
        for (var end = Window; end <= cut.Seconds + (Step / 2); end += Step)
        {
            var at = (int)Math.Round(cut.InBed(end) / Step) - 1;
            if (at >= 0 && at < Momentary.Count)
            {
                var weight = cut.Fade(end - (Window / 2));
                blocks.Add(Momentary[at] + (20 * Math.Log10(Math.Max(weight, 1e-6))));
            }
        }

        var audible = blocks.Where(static lufs => lufs > AbsoluteGate).ToList();
        if (audible.Count == 0)
        {
            return null;
        }

        var gate = Mean(audible) + RelativeGate;
        return Mean(audible.Where(lufs => lufs > gate));
    }

    private static double Mean(IEnumerable<double> lufs) =>
        10 * Math.Log10(lufs.Average(static one => Math.Pow(10, one / 10)));
}
