namespace CommerceVideo.Finishing.Variations;

/// <summary>One variation of a film, ready to be made.</summary>
public sealed record Variation(VariationAxes Axes, RenditionPlan File)
{
    /// <summary>Tells it from the others.</summary>
    public string Name => Axes.ToString();
}
