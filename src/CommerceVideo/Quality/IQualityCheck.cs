using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality;

/// <summary>One measurement of a clip against its photo: a pure function from what was observed to a figure.</summary>
internal interface IQualityCheck
{
    /// <summary>As settings, tables and JSON name it.</summary>
    string Name { get; }

    string Unit { get; }

    /// <summary>More is better: the figure must be at least its limit. Else at most.</summary>
    bool AtLeast => false;

    /// <summary>It reads the file, or the light of whole frames: a clip too small to be compared with a photo is measured all the same.</summary>
    bool AnySize => false;

    Measured Measure(ClipObservations clip);
}

/// <summary>What a check measured.</summary>
/// <param name="Value">Null where nothing could be measured, and then Skipped says why.</param>
/// <param name="Frame">Where it is worst, counted from 0; null where it is no one frame's.</param>
internal sealed record Measured(double? Value, int? Frame, string? Skipped)
{
    public static Measured Of(double value, int? frame = null) => new(value, frame, null);

    public static Measured Skip(string why) => new(null, null, why);

    public const string NoProduct = "The product cannot be told from the rest of the photo.";

    public const string TooSmall = "The clip is too small to be compared with a photo.";

    public const string NotFound = "The photo's product was not found in enough frames.";
}
