namespace CommerceVideo.Finishing.Variations;

/// <summary>What the first picture of a film shows: data, in the setting <c>Finishing:Variations:Openings</c>.</summary>
public sealed record OpeningStyle
{
    /// <summary>Counted from 0.</summary>
    public int Take { get; init; }

    /// <summary>How far into the Take: 0 its start, 1 its end.</summary>
    public double Moment { get; init; }

    public FramePart Part { get; init; }

    /// <summary>What is wrong with it, for the person who wrote the setting; null for nothing.</summary>
    public string? Problem() =>
        Take is < 0 or > 9 ? $"opens with take {Take}; they are counted from 0 to 9"
        : Moment is < 0 or > 1 ? $"opens {Moment} into its take; 0 is the start and 1 the end"
        : null;
}
