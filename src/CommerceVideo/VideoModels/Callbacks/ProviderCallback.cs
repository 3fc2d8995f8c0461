namespace CommerceVideo.VideoModels.Callbacks;

/// <summary>A call as it came in, at an address that we signed for one attempt.</summary>
/// <param name="Headers">By lower-case name.</param>
/// <param name="Body">Raw: signatures are over bytes.</param>
public sealed record ProviderCallback(
    Guid Generation,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body
);

/// <summary>What a call back is worth.</summary>
public abstract record CallbackOutcome
{
    private CallbackOutcome() { }

    /// <param name="Ticket">The provider's reference, where the call carries it: it repairs a lost answer to the submit.</param>
    public sealed record Heard(string? Ticket = null) : CallbackOutcome;

    /// <summary>It asks to be answered with this JSON before it calls in earnest.</summary>
    public sealed record Asked(string Json) : CallbackOutcome;

    public sealed record Forged(string Reason) : CallbackOutcome;
}
