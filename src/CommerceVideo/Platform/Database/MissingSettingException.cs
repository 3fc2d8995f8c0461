namespace CommerceVideo.Platform.Database;

/// <summary>The program cannot start before somebody sets something; the message says what.</summary>
public sealed class MissingSettingException(string message) : Exception(message);
