namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>
/// A windowed sinc, tabulated over sub-sample phases in 1/32768. The tap count is fixed for a whole Clip and the cutoff
/// follows the scale of each frame, so sharpness never jumps between two frames.
/// </summary>
internal sealed class Kernel
{
    /// <summary>Steps between two samples: 1/1024 px is far below what an eye or a tracker sees.</summary>
    public const int Phases = 512;

    private const double One = 32768;

    private readonly double[] _values;

    private readonly double[] _sines;

    private readonly double[] _cosines;

    /// <summary>The window's weight for each phase and tap: the part that no scale changes.</summary>
    private readonly double[] _window;

    private double _cutoff;

    /// <param name="taps">Even.</param>
    public Kernel(int taps)
    {
        Taps = taps;
        Weights = new short[Phases * taps];
        _values = new double[taps];
        _sines = new double[taps];
        _cosines = new double[taps];
        _window =
        [
            .. Enumerable
                .Range(0, Phases * taps)
                .Select(at => Windowed(at % taps - (taps / 2) + 1 - ((double)(at / taps) / Phases), taps / 2)),
        ];
    }

    public int Taps { get; }

    public short[] Weights { get; }

    /// <summary>Taps that hold two lobes of the sinc at the smallest scale of a Clip, at least six.</summary>
    public static int TapsFor(double smallestScale) => Math.Max(6, 2 * (int)Math.Ceiling(2 / smallestScale));

    /// <summary>Makes the table for one scale (output samples a source sample).</summary>
    /// <param name="exact">Whole-sample positions give the source back bit for bit: for layers that must not soften.</param>
    public void Tune(double scale, bool exact = false)
    {
        var cutoff = exact ? 1 : 0.96 * Math.Min(1, scale);
        if (Math.Abs(cutoff - _cutoff) < 1e-12)
        {
            return;
        }

        _cutoff = cutoff;
        for (var tap = 0; tap < Taps; tap++)
        {
            (_sines[tap], _cosines[tap]) = Math.SinCos(Math.PI * cutoff * (tap - (Taps / 2) + 1));
        }

        for (var phase = 0; phase < Phases; phase++)
        {
            Tabulate(Weights.AsSpan(phase * Taps, Taps), _window.AsSpan(phase * Taps, Taps), (double)phase / Phases);
        }
    }

    private void Tabulate(Span<short> weights, ReadOnlySpan<double> window, double offset)
    {
        // sin(a - b), with one a for each tap: one pair of sines a phase instead of one a tap.
        var (sine, cosine) = Math.SinCos(Math.PI * _cutoff * offset);
        var sum = 0.0;
        for (var tap = 0; tap < Taps; tap++)
        {
            var angle = Math.PI * _cutoff * (tap - (Taps / 2) + 1 - offset);
            var sinc = Math.Abs(angle) < 1e-9 ? 1 : ((_sines[tap] * cosine) - (_cosines[tap] * sine)) / angle;
            _values[tap] = sinc * window[tap];
            sum += _values[tap];
        }

        var left = (int)One;
        var largest = 0;
        for (var tap = 0; tap < Taps; tap++)
        {
            var weight = (int)Math.Round(_values[tap] / sum * One);
            weights[tap] = (short)Math.Min(weight, short.MaxValue);
            left -= weight;
            largest = weight > weights[largest] ? tap : largest;
        }

        weights[largest] = (short)Math.Min(weights[largest] + left, short.MaxValue);
    }

    private static double Windowed(double distance, int radius) =>
        Math.Abs(distance) >= radius ? 0 : Sinc(distance / radius);

    private static double Sinc(double x) => Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
