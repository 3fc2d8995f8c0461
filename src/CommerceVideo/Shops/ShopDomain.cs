using System.Text.RegularExpressions;

namespace CommerceVideo.Shops;

/// <summary>The form of a shop's permanent domain (shopify.dev, authentication, verify a shop name).</summary>
public static partial class ShopDomain
{
    public static bool IsValid(string? domain) => domain is { Length: <= 255 } && Form().IsMatch(domain);

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9\-]*\.myshopify\.com\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Form();
}
