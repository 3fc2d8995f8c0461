namespace CommerceVideo.Media.Video;

/// <summary>What a sound track measures over its whole length (EBU R 128).</summary>
/// <param name="Lufs">Integrated loudness; null for silence, and for sound too short or too faint to have one.</param>
/// <param name="TruePeak">dBTP; null where there is no <paramref name="Lufs"/>.</param>
public sealed record SoundLevel(double? Lufs, double? TruePeak)
{
    public static SoundLevel Silence { get; } = new(null, null);
}
