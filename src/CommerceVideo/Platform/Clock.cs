using System.Globalization;

namespace CommerceVideo.Platform;

/// <summary>
/// The program's clock. <c>Clock:StartsAt</c> moves it, so that a whole system can be run on another day; it then goes on
/// at the usual pace.
/// </summary>
public sealed class Clock : TimeProvider
{
    private readonly TimeSpan _ahead;

    private Clock(TimeSpan ahead) => _ahead = ahead;

    /// <param name="startsAt">An ISO 8601 instant, or null for the real time.</param>
    public static TimeProvider StartingAt(string? startsAt) =>
        string.IsNullOrWhiteSpace(startsAt)
            ? System
            : new Clock(
                DateTimeOffset.Parse(startsAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                    - System.GetUtcNow()
            );

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
