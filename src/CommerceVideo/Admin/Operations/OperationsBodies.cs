using System.Text.Json.Serialization;
using CommerceVideo.Briefs;
using CommerceVideo.Routing;

namespace CommerceVideo.Admin.Operations;

/// <param name="Product">Shopify's global id.</param>
/// <param name="Model">A model or a provider; null for the best now.</param>
/// <param name="Recipe">What to make it from; null for what the last version was made from.</param>
internal sealed record RegenerationBody(
    string Product,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Use>))] Use Use,
    string? Model,
    string? Note,
    Guid? Recipe
);

internal sealed record RegenerationAsked(Guid Brief, int Version);

/// <param name="Reason">In the person's own words; kept with the video.</param>
/// <param name="Fault">What routing learns from it; null where it is not said.</param>
internal sealed record RejectionBody(
    string Reason,
    [property: JsonConverter(typeof(JsonStringEnumConverter<RejectionFault>))] RejectionFault? Fault = null
);

internal sealed record ResolutionBody(bool Spent);

internal sealed record UsableModel(string Id, string Provider, string Name);
