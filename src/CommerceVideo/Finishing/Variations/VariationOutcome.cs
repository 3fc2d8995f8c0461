namespace CommerceVideo.Finishing.Variations;

/// <summary>How making variations ended.</summary>
public abstract record VariationOutcome
{
    private VariationOutcome() { }

    /// <param name="Files">Distinct, in the order of their templates.</param>
    /// <param name="Distances">How far they are apart, and what was refused for being near another.</param>
    /// <param name="LeftOut">Templates that the film or the brand cannot follow.</param>
    public sealed record Made(
        IReadOnlyList<MadeVariation> Files,
        DistinctFilms Distances,
        IReadOnlyList<LeftOut> LeftOut
    ) : VariationOutcome;

    /// <summary>The Clips cannot be used.</summary>
    public sealed record NotMade(string Reason) : VariationOutcome;
}

/// <summary>One variation as a file.</summary>
public sealed record MadeVariation(VariationAxes Axes, FinishedFile File)
{
    public string Name => Axes.ToString();
}
