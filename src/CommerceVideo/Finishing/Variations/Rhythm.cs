namespace CommerceVideo.Finishing.Variations;

/// <summary>How fast a film changes its picture. Nothing is sped up: the moves stay as they were made, the cuts fall more often.</summary>
public enum Rhythm
{
    /// <summary>Each take once, whole.</summary>
    Calm,

    /// <summary>Each take in two parts; all first parts, then all second ones.</summary>
    Quick,

    /// <summary>Each take in three parts, in turn.</summary>
    Pulse,
}
