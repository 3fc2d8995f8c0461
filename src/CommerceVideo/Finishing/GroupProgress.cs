namespace CommerceVideo.Finishing;

/// <summary>How far one group is, as a share of all.</summary>
internal sealed class GroupProgress(IProgress<double>? progress, int group, int groups)
{
    public void Tell(double share) => progress?.Report((group + Math.Clamp(share, 0, 1)) / groups);
}
