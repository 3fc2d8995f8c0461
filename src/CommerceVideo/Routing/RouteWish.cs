using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>Who comes first because a person said so: the request before the type of product, the type before the shop; pure.</summary>
internal static class RouteWish
{
    private static readonly RouteReason Asked = new("wanted", "Asked for by name.", "this request");

    private static readonly RouteReason ForType = new(
        "wanted",
        "Your choice for this type of product.",
        "product type"
    );

    private static readonly RouteReason ByShop = new("wanted", "Your shop's choice.", "shop");

    /// <summary>A word may be a model's id or its provider's name.</summary>
    public static bool Names(string word, VideoModel model) =>
        string.Equals(word, model.Id, StringComparison.Ordinal)
        || string.Equals(word, model.Provider, StringComparison.Ordinal);

    /// <summary>The wish that somebody in the route can fulfil, and the reason to be given for it.</summary>
    public static (string Word, RouteReason Reason)? Of(RouteRequest request, List<RouteScore> places) =>
        request.Wanted is { } asked
            ? Fulfilled(asked, Asked, places)
            : Fulfilled(request.WantedForType, ForType, places) ?? Fulfilled(request.WantedByShop, ByShop, places);

    private static (string, RouteReason)? Fulfilled(string? word, RouteReason reason, List<RouteScore> places) =>
        word is not null && places.Exists(place => Names(word, place.Standing.Model)) ? (word, reason) : null;
}
