namespace CommerceVideo.VideoModels;

/// <summary>What became of the wish to stop.</summary>
public enum CancelOutcome
{
    /// <summary>It will not render (further).</summary>
    Cancelled,

    /// <summary>It goes on or has ended: ask how it stands.</summary>
    TooLate,

    /// <summary>The provider has no such call.</summary>
    NotOffered,
}
