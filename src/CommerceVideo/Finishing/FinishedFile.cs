using CommerceVideo.Channels;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Finishing;

/// <summary>One finished file, read back, with its poster. Placements that show the same pictures name the same file.</summary>
public sealed record FinishedFile(
    string Video,
    string Sha256,
    VideoFacts Facts,
    Poster Poster,
    IReadOnlyList<PlacementJudgement> Placements
)
{
    /// <summary>What is heard in it.</summary>
    public SoundLevel Heard { get; init; } = SoundLevel.Silence;

    /// <summary>Tells it from the other files of its film, the same each time it is made.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Video);
}

public sealed record Poster(string File, string Sha256);

public sealed record PlacementJudgement(string Placement, Judgement Judgement);
