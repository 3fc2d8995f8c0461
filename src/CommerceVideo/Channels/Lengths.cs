namespace CommerceVideo.Channels;

/// <summary>How long a video may be, in seconds, and how long it works best.</summary>
public sealed record Lengths(Sourced<double>? Minimum, Sourced<double> Maximum, double AimFrom, double AimTo);
