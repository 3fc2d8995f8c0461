namespace CommerceVideo.Sandbox.Start;

/// <summary>The system did not come up, or went down; the message says which part and why.</summary>
internal sealed class LaunchException(string message, Exception? cause = null) : Exception(message, cause);
