namespace CommerceVideo.Channels;

/// <summary>What may be written on a video of a placement.</summary>
/// <param name="Allowed">False where words go stale or double what stands beside the video.</param>
/// <param name="SmallestHeight">Height of a letter's body in pixels on a frame 1080 wide, at least.</param>
/// <param name="MostLines">Lines of one caption.</param>
/// <param name="MostCharacters">Characters of one line of a caption.</param>
public sealed record WordRules(
    Sourced<bool> Allowed,
    Sourced<int> SmallestHeight,
    Sourced<int> MostLines,
    Sourced<int> MostCharacters
);
