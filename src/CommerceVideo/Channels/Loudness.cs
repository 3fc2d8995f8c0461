namespace CommerceVideo.Channels;

/// <summary>How loud a sound may be. It is asked of sound that can be heard; a track of digital silence has no loudness.</summary>
/// <param name="Target">Integrated loudness in LUFS.</param>
/// <param name="Tolerance">LU around the target.</param>
/// <param name="Peak">True peak in dBTP, at most.</param>
public sealed record Loudness(double Target, double Tolerance, double Peak)
{
    public bool Holds(double lufs) => Math.Abs(lufs - Target) <= Tolerance;

    public override string ToString() => FormattableString.Invariant($"{Target} LUFS, {Tolerance} LU either way");
}
