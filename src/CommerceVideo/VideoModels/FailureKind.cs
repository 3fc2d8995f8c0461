namespace CommerceVideo.VideoModels;

/// <summary>Why an attempt did not give a Clip. Only RateLimited, Busy and ProviderDown (on reads) are retried alone.</summary>
public enum FailureKind
{
    InvalidInput,
    BadAsset,
    ContentRefused,
    RateLimited,
    Busy,
    OutOfCredit,
    AuthRejected,
    Retired,
    ProviderDown,
    TimedOut,
    Unknown,
}
