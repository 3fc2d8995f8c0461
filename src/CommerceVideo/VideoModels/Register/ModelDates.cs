namespace CommerceVideo.VideoModels.Register;

/// <summary>The life of a model version, in UTC days; retired means that no call goes out from that day's start.</summary>
/// <param name="Verified">When a person last read this at its source.</param>
/// <param name="Replacement">The register's id of what its maker, or else we, name as successor.</param>
public sealed record ModelDates(
    DateOnly Launched,
    DateOnly? Deprecated,
    DateOnly? Retired,
    DateOnly Verified,
    string? Replacement
)
{
    public bool IsRetired(DateTimeOffset now) => Retired is { } day && DateOnly.FromDateTime(now.UtcDateTime) >= day;

    public bool IsLaunched(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime) >= Launched;
}
