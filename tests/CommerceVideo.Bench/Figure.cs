namespace CommerceVideo.Bench;

/// <summary>One measured figure as <c>./bench --json</c> prints it.</summary>
/// <param name="Value">The median of <paramref name="Runs"/>; null when it could not be taken, and then Why says why.</param>
/// <param name="Base">What a ratio is taken against.</param>
/// <param name="Op">How <paramref name="Value"/> must stand to <paramref name="Limit"/>; null where it is only reported.</param>
public sealed record Figure(
    string Name,
    double? Value,
    string Unit,
    string? Base,
    IReadOnlyList<double> Runs,
    string? Op = null,
    double? Limit = null,
    string? Why = null
)
{
    /// <summary>Null where there is no limit.</summary>
    public bool? Ok =>
        (Op, Limit, Value) switch
        {
            (null, _, _) or (_, null, _) => null,
            (_, _, null) => false,
            ("<=", { } limit, { } value) => value <= limit,
            (">=", { } limit, { } value) => value >= limit,
            _ => throw new InvalidOperationException($"'{Op}' compares nothing."),
        };

    public static Figure Missing(string name, string unit, string why, string? op = null, double? limit = null) =>
        new(name, null, unit, null, [], op, limit, why);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
