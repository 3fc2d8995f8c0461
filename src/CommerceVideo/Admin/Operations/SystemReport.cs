using System.Text.Json;
using System.Text.Json.Serialization;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Finishing.Colour;

namespace CommerceVideo.Admin.Operations;

/// <summary>The state of the whole installation, in the members that <c>start --headless --json</c> promises.</summary>
/// <param name="Idle">Nothing is due, running or waiting.</param>
/// <param name="Retirements">The first to end first.</param>
/// <param name="Parked">Steps that were given up, which nothing else may tell of.</param>
internal sealed record SystemReport(
    bool Idle,
    DeliveriesReport Deliveries,
    IReadOnlyList<ProductReport> Products,
    IReadOnlyList<ParkedReport> Parked,
    IReadOnlyList<SpendReport> Spend,
    IReadOnlyList<RetirementReport> Retirements
);

/// <summary>What the ledger says was spent at a provider.</summary>
internal sealed record SpendReport(string Provider, string Amount, string Currency);

/// <summary>A model in use that ends within 60 days, and where its work goes.</summary>
internal sealed record RetirementReport(string Model, string On, string Text);

/// <param name="Key">Whose: a row's id, or the shop's and Shopify's id of a product.</param>
internal sealed record ParkedReport(string Kind, string Key, string Reason);

internal sealed record DeliveriesReport(long Received, long Duplicate, long Handled, long Parked);

/// <param name="Id">Shopify's global id.</param>
/// <param name="State">ready, review, refused or parked; working while something is still to be done.</param>
/// <param name="Colour">How far apart its models show it; null for fewer than two.</param>
/// <param name="SecondsToReady">From the first sight of a picture to its video on the page; null while there is none.</param>
internal sealed record ProductReport(
    string Id,
    string Title,
    string Photo,
    string State,
    ReasonReport? Reason,
    IReadOnlyList<ImageReport> Images,
    IReadOnlyList<VideoReport> Videos,
    double? SecondsToReady,
    ModelSpread? Colour
);

internal sealed record ReasonReport(string Code, string Text);

internal sealed record ImageReport(string MediaId, string State, ReasonReport? Reason);

/// <param name="State">published, stored, review, rejected, failed; making while it is on its way.</param>
/// <param name="Kit">The version of the brand kit that made it, as <see cref="KitVersion"/> is read; null for none.</param>
/// <param name="Offer">The price that is written on it; null for none.</param>
/// <param name="Warnings">What a person should know of it although it was made.</param>
internal sealed record VideoReport(
    string Id,
    string Purpose,
    string Placement,
    Uri? File,
    string? Sha256,
    Uri? Poster,
    double Seconds,
    int Width,
    int Height,
    string State,
    string? MediaId,
    string Model,
    string Why,
    string? Verdict,
    ReasonReport? Reason,
    IReadOnlyList<AttemptReport> Attempts,
    IReadOnlyList<object> Ads,
    string? Kit,
    string? Offer,
    IReadOnlyList<string> Warnings
);

/// <param name="Colour">The product's colour against the photo, before and after finishing; null for the photo's own pixels.</param>
internal sealed record AttemptReport(
    string Model,
    string State,
    string? Failure,
    PriceReport Price,
    ColourFacts? Colour
);

internal sealed record PriceReport(string Amount, string Currency);

internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
}
