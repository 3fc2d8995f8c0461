using CommerceVideo.Channels;

namespace CommerceVideo.Finishing.Words;

/// <summary>Where words stand inside what the channel leaves free.</summary>
public enum TextPlace
{
    Top,

    /// <summary>Halfway between the two others.</summary>
    Middle,

    /// <summary>Above the lower third: below it feeds show their own words.</summary>
    Bottom,
}

/// <summary>Words that stand in one size.</summary>
/// <param name="Size">Wanted height of a line on a frame 1080 wide.</param>
/// <param name="Smallest">The least that can be read on a phone.</param>
public sealed record TextRun(string Text, int Size, int Smallest, bool Struck = false);

/// <summary>What is written together, on one plate, for some of the film.</summary>
/// <param name="Name">Stable: <c>hook</c>, <c>caption-1</c>, <c>card</c>.</param>
/// <param name="Logo">Height of the logo above it on a frame 1080 wide; 0 for none.</param>
public sealed record TextBlock(
    string Name,
    TextPlace Place,
    IReadOnlyList<TextRun> Runs,
    double From,
    double To,
    int Logo = 0
)
{
    public TextStyle Style { get; init; } = TextStyle.Usual;

    /// <summary>What is kept free beside what the channel keeps free.</summary>
    public SafeZone Room { get; init; } = SafeZone.None;
}
