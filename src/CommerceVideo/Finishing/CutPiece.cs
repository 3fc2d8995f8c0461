namespace CommerceVideo.Finishing;

/// <summary>A run of frames of one Take.</summary>
/// <param name="Frames">How many are shown.</param>
public readonly record struct CutPiece(int Take, int First, int Frames)
{
    /// <summary>
    /// Frames of the Take that it tells, where they are more than it shows: a ramp, fast at first and at the Take's own pace in
    /// the end, with the first frame and the last among those shown. 0 for those that are shown and no others.
    /// </summary>
    public int Told { get; init; }

    public int Covered => Math.Max(Told, Frames);
}
