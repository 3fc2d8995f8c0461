namespace CommerceVideo.Quality.Measuring;

/// <summary>A tone that changes evenly across a frame: value = Level + Across x + Down y.</summary>
internal readonly record struct PlaneFit(double Level, double Across, double Down)
{
    private const int Rounds = 4;

    public double At(int place, int width) => Level + (Across * (place % width)) + (Down * (place / width));

    /// <summary>Least squares in rounds, each trusting less what lay far off in the one before.</summary>
    public static PlaneFit Of(IReadOnlyList<int> places, Func<int, double> value, int width)
    {
        var fit = new PlaneFit(SurroundingsField.Middle(places.Select(value)), 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (matrix, vector) = (new double[9], new double[3]);
            var thin = Math.Max(1, places.Count / 3000);
            for (var i = 0; i < places.Count; i += thin)
            {
                var (x, y) = (places[i] % width / 100.0, places[i] / width / 100.0);
                var off = value(places[i]) - fit.At(places[i], width);
                var trust = 1 / (1 + (off * off / 9));
                double[] row = [1, x, y];
                for (var a = 0; a < 3; a++)
                {
                    vector[a] += trust * row[a] * off;
                    for (var b = 0; b <= a; b++)
                    {
                        matrix[(a * 3) + b] += trust * row[a] * row[b];
                    }
                }
            }

            if (!NormalEquations.Solve(matrix, vector, 3))
            {
                break;
            }

            fit = new PlaneFit(fit.Level + vector[0], fit.Across + (vector[1] / 100), fit.Down + (vector[2] / 100));
        }

        return fit;
    }
}
