using CommerceVideo.VideoModels;

namespace CommerceVideo.Briefs;

/// <summary>What should be made from one SourceImage for one use: Shots in the order they are cut.</summary>
public sealed record Brief(Use Use, IReadOnlyList<Shot> Shots)
{
    public double Seconds => Shots.Sum(static shot => shot.Seconds);
}
