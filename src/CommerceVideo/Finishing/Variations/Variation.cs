namespace CommerceVideo.Finishing.Variations;

/// <summary>One variation of a film, ready to be made.</summary>
/// <param name="Name">The template's: tells it from the others.</param>
public sealed record Variation(string Name, VariationTemplate Template, RenditionPlan File);
