namespace CommerceVideo.Bench.Gate;

/// <summary>Wilson's interval: where a share lies, nineteen times in twenty, of which so many in so many were seen.</summary>
internal static class Wilson
{
    private const double Z = 1.96;

    public static (double Low, double High) Of(int seen, int of)
    {
        if (of == 0)
        {
            return (0, 1);
        }

        var (share, square) = (seen / (double)of, Z * Z / of);
        var middle = (share + (square / 2)) / (1 + square);
        var half = Z * Math.Sqrt((share * (1 - share) / of) + (square / (4 * of))) / (1 + square);
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
