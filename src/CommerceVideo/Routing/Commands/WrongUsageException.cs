namespace CommerceVideo.Routing.Commands;

/// <summary>A verb was called with words that it does not have; the message is the one line to be said.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);
