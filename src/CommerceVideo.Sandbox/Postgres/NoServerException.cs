namespace CommerceVideo.Sandbox.Postgres;

/// <summary>PostgreSQL could not be had; the message is one a person can act on.</summary>
internal sealed class NoServerException(string message, Exception? cause = null) : Exception(message, cause);
