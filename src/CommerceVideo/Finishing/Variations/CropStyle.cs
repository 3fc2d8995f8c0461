namespace CommerceVideo.Finishing.Variations;

/// <summary>What of its takes a film shows after its opening: data, in the setting <c>Finishing:Variations:Crops</c>.</summary>
public sealed record CropStyle
{
    /// <summary>Share of the frame's width and height that is shown, round the product: 1 for all, at least 0.6.</summary>
    public double Closeness { get; init; } = 1;

    /// <summary>What one shot after the other shows, from the start again when they are used up; none for the whole.</summary>
    public IReadOnlyList<FramePart> Parts { get; init; } = [];

    public MatPlace Mat { get; init; }

    public FramePart At(int shot) => Parts.Count == 0 ? FramePart.Whole : Parts[shot % Parts.Count];

    /// <summary>What is wrong with it, for the person who wrote the setting; null for nothing.</summary>
    public string? Problem() =>
        Closeness is < 0.6 or > 1 ? $"shows {Closeness} of the frame; 0.6 to 1 can be shown"
        : Closeness < 1 && Mat != MatPlace.None ? "is closer and on a ground; it can be one of them"
        : Parts.Count > 0 && Parts.All(static part => part != FramePart.Whole) ? "never shows the product whole"
        : null;
}
