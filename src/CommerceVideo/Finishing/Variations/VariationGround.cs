using CommerceVideo.Channels;
using CommerceVideo.Finishing.Words;

namespace CommerceVideo.Finishing.Variations;

/// <summary>What variations are made of.</summary>
/// <param name="Master">The file they tell again; it keeps every rule of <paramref name="Placement"/>.</param>
/// <param name="Words">The brand's words and what is known of the product.</param>
public sealed record VariationGround(
    FinishingPlan Plan,
    IReadOnlyList<Film> Films,
    RenditionPlan Master,
    Placement Placement,
    FilmWords Words
);
