namespace CommerceVideo.VideoModels.Register;

/// <summary>The lengths in whole seconds that a model makes: a range, or only some.</summary>
public sealed record ModelLengths(int Shortest, int Longest, IReadOnlyList<int> Only)
{
    /// <summary>The shortest length that holds so many seconds; the longest there is when none does.</summary>
    public int Holding(double seconds)
    {
        var wanted = Math.Max(Shortest, (int)Math.Ceiling(seconds - 1e-9));
        return Only.Count > 0
            ? Only.Where(one => one >= wanted).DefaultIfEmpty(Only.Max()).Min()
            : Math.Min(wanted, Longest);
    }

    public bool Holds(double seconds) => seconds <= Longest + 1e-9;
}
