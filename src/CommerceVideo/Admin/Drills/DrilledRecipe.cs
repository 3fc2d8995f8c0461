using CommerceVideo.Routing;

namespace CommerceVideo.Admin.Drills;

/// <summary>One version of a shop's recipe that a model's end changes.</summary>
/// <param name="Domain">Its shop's name at Shopify.</param>
/// <param name="Newest">No later version has its name.</param>
/// <param name="Used">The model made a video from it, or tried to; else it would be the choice today.</param>
internal sealed record DrilledRecipe(
    Guid Id,
    RecipeOwner Owner,
    string Name,
    int Version,
    bool Newest,
    bool Used,
    RouteChange Change
)
{
    /// <summary>What a replay of it is shown beside; null when the shop has no video for this use.</summary>
    public RecipeSibling? Beside { get; init; }
}

internal sealed record RecipeOwner(Guid Shop, string Domain);

/// <summary>The last video made from a recipe, or, where there is none, the shop's last one for the same use.</summary>
/// <param name="Product">Its product's title.</param>
internal sealed record RecipeSibling(Guid Brief, string Product);
