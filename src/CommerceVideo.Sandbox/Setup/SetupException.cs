namespace CommerceVideo.Sandbox.Setup;

/// <summary>The machine lacks something that could not be brought; the message names the command that installs it.</summary>
internal sealed class SetupException(string message) : Exception(message);
