namespace CommerceVideo.Sandbox;

/// <summary>A command was given in a way it does not know; one line says what.</summary>
internal sealed class UsageException(string message) : Exception(message);
