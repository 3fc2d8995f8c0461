namespace CommerceVideo.Bench.Studio;

/// <summary>How far discs stray from where they should be, over all frames.</summary>
internal sealed class Jitter
{
    private readonly Dictionary<int, List<(int Frame, double X, double Y)>> _strays = [];

    /// <summary>Compares one frame with the ideal places of its discs.</summary>
    public void Add(int frame, ReadOnlySpan<byte> luma, int width, IReadOnlyList<(double X, double Y)> ideal)
    {
        for (var disc = 0; disc < ideal.Count; disc++)
        {
            if (DiscTracker.Find(luma, width, ideal[disc].X, ideal[disc].Y) is { } found)
            {
                if (!_strays.TryGetValue(disc, out var list))
                {
                    _strays[disc] = list = [];
                }

                list.Add((frame, found.X - ideal[disc].X, found.Y - ideal[disc].Y));
            }
        }
    }

    /// <summary>Root mean square of the distance to the ideal place, nothing taken off.</summary>
    public double OffPath() =>
        Math.Sqrt(_strays.Values.SelectMany(list => list).Average(at => (at.X * at.X) + (at.Y * at.Y)));

    /// <summary>The same after taking a straight line off each disc's errors: for a filter whose own path is a little other.</summary>
    public double OffTrend() =>
        Math.Sqrt(
            _strays
                .Values.Where(list => list.Count > 8)
                .SelectMany(list => Residues(list, at => at.X).Zip(Residues(list, at => at.Y)))
                .Average(pair => (pair.First * pair.First) + (pair.Second * pair.Second))
        );

    private static IEnumerable<double> Residues(
        List<(int Frame, double X, double Y)> list,
        Func<(int Frame, double X, double Y), double> value
    )
    {
        var meanFrame = list.Average(at => (double)at.Frame);
        var mean = list.Average(value);
        var slope =
            list.Sum(at => (at.Frame - meanFrame) * (value(at) - mean))
            / list.Sum(at => (at.Frame - meanFrame) * (at.Frame - meanFrame));
        return list.Select(at => value(at) - mean - (slope * (at.Frame - meanFrame)));
    }
}
