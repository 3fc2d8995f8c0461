namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>A picture carried on beyond its edges by its own reflection: no step at the edge.</summary>
internal static class Mirror
{
    public static int At(int place, int length)
    {
        var folded = (int)((uint)(place < 0 ? -place - 1 : place) % (2 * (uint)length));
        return folded < length ? folded : (2 * length) - 1 - folded;
    }

    /// <summary>How far outside, 0 within.</summary>
    public static int Outside(int place, int length) => Math.Max(Math.Max(-place, place - length + 1), 0);
}
