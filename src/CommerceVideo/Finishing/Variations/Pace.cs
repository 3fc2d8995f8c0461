namespace CommerceVideo.Finishing.Variations;

/// <summary>How fast a film changes its picture.</summary>
public enum Pace
{
    /// <summary>Each move whole, as it was made.</summary>
    Calm,

    /// <summary>Each move in two thirds of its time: fast at first, at its own pace in the end.</summary>
    Ramped,

    /// <summary>A cut every second and a half; the moves as they were made.</summary>
    Cuts,
}
