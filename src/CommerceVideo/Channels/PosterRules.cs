namespace CommerceVideo.Channels;

/// <summary>What is asked of the still picture that stands for a video until it plays.</summary>
/// <param name="Needed">The channel takes no video without one.</param>
/// <param name="SameRatio">It has the shape of the video.</param>
/// <param name="MaximumBytes">Size of the file.</param>
/// <param name="MinimumWidth">Pixels; a video narrower than that has a poster as wide as itself.</param>
public sealed record PosterRules(
    Sourced<bool> Needed,
    Sourced<bool> SameRatio,
    Sourced<long> MaximumBytes,
    Sourced<int> MinimumWidth
);
