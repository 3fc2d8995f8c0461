using System.Net;

namespace CommerceVideo.Platform.Outbound;

/// <summary>A foreign file could not be fetched; the message can be shown to a merchant.</summary>
public sealed class ForeignFetchException(string message, HttpStatusCode? status = null) : Exception(message)
{
    /// <summary>What the other side answered, where it did.</summary>
    public HttpStatusCode? Status { get; } = status;
}
