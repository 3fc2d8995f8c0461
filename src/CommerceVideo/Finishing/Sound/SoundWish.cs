using CommerceVideo.Channels;

namespace CommerceVideo.Finishing.Sound;

/// <summary>What a placement's file is heard with. What models made of themselves is never heard: no Shot asks for sound.</summary>
/// <param name="Track">It has a sound track.</param>
/// <param name="Level">How loud the music under it is; null for silence.</param>
internal readonly record struct SoundWish(bool Track, Loudness? Level)
{
    /// <summary>Music where one is there and the placement is heard; else silence where a track is wanted, else nothing.</summary>
    public static SoundWish Of(Placement placement, bool music)
    {
        var level = music ? placement.Loudness?.Value : null;
        return new SoundWish(placement.Encoding.Audio.Track.Value || level is not null, level);
    }

    /// <summary>Tells apart files that differ in nothing but this.</summary>
    public string Suffix =>
        Level is { } level ? FormattableString.Invariant($"{level.Target}lufs")
        : Track ? ""
        : "-mute";
}
