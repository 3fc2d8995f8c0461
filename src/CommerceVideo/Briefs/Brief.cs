using CommerceVideo.VideoModels;

namespace CommerceVideo.Briefs;

/// <summary>What should be made from one SourceImage for one use: Shots in the order they are cut.</summary>
public sealed record Brief(Use Use, IReadOnlyList<Shot> Shots)
{
    /// <summary>The Shots of each shape, cut together into one film; the first is the one that the others show again.</summary>
    public IReadOnlyList<IReadOnlyList<Shot>> Films =>
        [.. Shots.GroupBy(static shot => shot.Ratio).Select(static film => film.ToArray())];

    /// <summary>How long the film is, whatever its shape.</summary>
    public double Seconds => Films is [var first, ..] ? first.Sum(static shot => shot.Seconds) : 0;
}
