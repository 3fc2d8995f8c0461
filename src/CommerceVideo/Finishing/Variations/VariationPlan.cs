namespace CommerceVideo.Finishing.Variations;

/// <summary>What can be made of a film, and what cannot.</summary>
public sealed record VariationPlan(IReadOnlyList<Variation> Made, IReadOnlyList<LeftOut> LeftOut);

/// <summary>A template that this film cannot follow, and why, for a person.</summary>
public sealed record LeftOut(string Template, string Why);
