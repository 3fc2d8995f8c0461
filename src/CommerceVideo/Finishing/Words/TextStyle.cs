namespace CommerceVideo.Finishing.Words;

/// <summary>What words stand on.</summary>
public enum TextPlate
{
    /// <summary>Nothing where they can be read without, else the thinnest plate that serves.</summary>
    Needed,

    /// <summary>A plate of the brand's colour, whatever lies beneath.</summary>
    Solid,

    /// <summary>The same from edge to edge of the frame; the words stay inside what is free.</summary>
    Band,

    /// <summary>The whole frame.</summary>
    Frame,
}

/// <summary>How words look: data, in the setting <c>Finishing:Variations:Texts</c>.</summary>
public sealed record TextStyle
{
    /// <summary>As all words look where nothing else is said.</summary>
    public static TextStyle Usual { get; } = new();

    public TextPlace Place { get; init; } = TextPlace.Top;

    /// <summary>Wanted height of a line on a frame 1080 wide.</summary>
    public int Size { get; init; } = 104;

    public bool Capitals { get; init; }

    public bool Centred { get; init; }

    public TextPlate Plate { get; init; }

    /// <summary>Letters of the brand's plate on its ink.</summary>
    public bool Inverted { get; init; }

    /// <summary>What is wrong with it, for the person who wrote the setting; null for nothing.</summary>
    public string? Problem() =>
        Size is < 84 or > 200 ? $"has letters {Size} high; 84 to 200 of 1080 can be read and placed" : null;
}
