namespace CommerceVideo.Generation;

/// <summary>How long an attempt is waited for; pure.</summary>
internal static class Patience
{
    private const int Times = 6;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(10);

    /// <summary>As long as every provider keeps results at least.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Between two looks at what somebody else already stands in for.</summary>
    public static TimeSpan WhenLate { get; } = TimeSpan.FromMinutes(1);

    /// <summary>After so long somebody else stands in.</summary>
    public static TimeSpan For(int typicalSeconds)
    {
        var patience = TimeSpan.FromSeconds(typicalSeconds * Times);
        return patience > Least ? patience : Least;
    }

    /// <summary>Between two tries to fetch a Clip: seldom, where it has been in vain for long.</summary>
    public static TimeSpan ForTheFile(Attempt attempt, DateTimeOffset now)
    {
        var waited = now - (attempt.SentAt ?? attempt.CreatedAt);
        return TimeSpan.FromSeconds(Math.Clamp(waited.TotalSeconds / 6, 10, 900));
    }

    /// <summary>Its Clip may still be had.</summary>
    public static bool MayStillCome(Attempt attempt, DateTimeOffset now) =>
        now < (attempt.SentAt ?? attempt.CreatedAt) + Kept;
}
