namespace CommerceVideo.Channels;

/// <summary>How sure we are that a rule is the channel's own.</summary>
public enum Confidence
{
    /// <summary>O: read in the platform's own documentation.</summary>
    Official,

    /// <summary>S: read in an official SDK or API description.</summary>
    Sdk,

    /// <summary>3: read in third-party pages or clients only.</summary>
    ThirdParty,

    /// <summary>U: general knowledge, or the sources contradict each other.</summary>
    Unconfirmed,

    /// <summary>H: nobody's rule but ours, stricter than any published one.</summary>
    House,
}

public static class ConfidenceTag
{
    /// <summary>The letter used in reports.</summary>
    public static string Of(Confidence confidence) =>
        confidence switch
        {
            Confidence.Official => "O",
            Confidence.Sdk => "S",
            Confidence.ThirdParty => "3",
            Confidence.Unconfirmed => "U",
            Confidence.House => "H",
            _ => throw new ArgumentOutOfRangeException(nameof(confidence)),
        };
}
