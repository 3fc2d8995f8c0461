namespace CommerceVideo.Media.Colours;

/// <summary>Small systems of least squares: rows are added, then solved; the last column is the right side.</summary>
internal static class Linear
{
    public static void Add(double[,] system, ReadOnlySpan<double> row, double value, double weight)
    {
        for (var i = 0; i < row.Length; i++)
        {
            for (var j = 0; j < row.Length; j++)
            {
                system[i, j] += weight * row[i] * row[j];
            }

            system[i, row.Length] += weight * row[i] * value;
        }
    }

    /// <returns>Null where the rows do not decide it. The system is used up.</returns>
    public static double[]? Solve(double[,] system)
    {
        var size = system.GetLength(0);
        for (var column = 0; column < size; column++)
        {
            if (system[column, column] < 1e-9)
            {
                return null;
            }

            for (var row = 0; row < size; row++)
            {
                var part = row == column ? 0 : system[row, column] / system[column, column];
                for (var at = column; part != 0 && at <= size; at++)
                {
                    system[row, at] -= part * system[column, at];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => system[row, size] / system[row, row])];
    }
}

/// <summary>Weighted means and (co)variances of pairs, as sums about the mean.</summary>
internal sealed class Sums
{
    public double Count { get; private set; }

    public double FirstMean { get; private set; }

    public double SecondMean { get; private set; }

    public double First { get; private set; }

    public double Second { get; private set; }

    public double Both { get; private set; }

    public void Add(double first, double second, double weight = 1)
    {
        Count += weight;
        var (fromFirst, fromSecond) = (first - FirstMean, second - SecondMean);
        FirstMean += fromFirst * weight / Count;
        SecondMean += fromSecond * weight / Count;
        First += weight * fromFirst * (first - FirstMean);
        Second += weight * fromSecond * (second - SecondMean);
        Both += weight * fromFirst * (second - SecondMean);
    }
}
