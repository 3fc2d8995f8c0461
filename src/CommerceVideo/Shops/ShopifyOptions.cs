using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Shops;

public sealed class ShopifyOptions
{
    public const string Section = "Shopify";

    /// <summary>The app's client id.</summary>
    [Required(ErrorMessage = "Set Shopify__ApiKey to the app's client id (Dev Dashboard, Settings).")]
    public string ApiKey { get; set; } = "";

    /// <summary>The app's client secret.</summary>
    [Required(ErrorMessage = "Set Shopify__ApiSecret to the app's client secret (Dev Dashboard, Settings).")]
    [MinLength(
        32,
        ErrorMessage = "Shopify__ApiSecret is too short: Shopify's client secrets have at least 32 characters."
    )]
    public string ApiSecret { get; set; } = "";

    /// <summary>Secrets that are being rotated out: still accepted, no longer used.</summary>
    public IList<string> PreviousApiSecrets { get; init; } = [];

    /// <summary>Where a shop's Admin API answers; <c>{shop}</c> stands for its domain.</summary>
    [Required]
    public string AdminAddress { get; set; } = "https://{shop}";

    [Required]
    public string ApiVersion { get; set; } = "2026-10";

    public IEnumerable<string> Secrets => [ApiSecret, .. PreviousApiSecrets];

    public Uri AdminBase(string shop) =>
        new($"{AdminAddress.Replace("{shop}", shop, StringComparison.Ordinal).TrimEnd('/')}/");
}
