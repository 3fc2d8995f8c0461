using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace CommerceVideo.Webhooks;

/// <summary>What Shopify says about a delivery beside its body. None of it is covered by the signature.</summary>
internal sealed partial record WebhookHeaders(
    string ShopDomain,
    string WebhookId,
    string Topic,
    string? ApiVersion,
    string? EventId,
    DateTime? TriggeredAt
)
{
    public const string Signature = "X-Shopify-Hmac-Sha256";

    private const int Longest = 255;

    /// <summary>Null when a required header is missing, repeated or not of its form. Optional ones that make no sense are left out.</summary>
    public static WebhookHeaders? Read(IHeaderDictionary headers)
    {
        var shop = Word(headers, "X-Shopify-Shop-Domain");
        var id = Word(headers, "X-Shopify-Webhook-Id");
        var topic = Word(headers, "X-Shopify-Topic");
        if (shop is null || id is null || topic is null || !ShopDomainForm().IsMatch(shop))
        {
            return null;
        }

        return new WebhookHeaders(
            shop.ToLowerInvariant(),
            id,
            topic,
            Word(headers, "X-Shopify-API-Version"),
            Word(headers, "X-Shopify-Event-Id"),
            Instant(Word(headers, "X-Shopify-Triggered-At"))
        );
    }

    private static string? Word(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values)
        && values is [{ Length: > 0 and <= Longest } value]
        && !value.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? value
            : null;

    // A year far out is nonsense, and the first and last instants mean "infinity" to PostgreSQL.
    private static DateTime? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && instant.Year is > 2000 and < 9000
            ? instant.UtcDateTime
            : null;

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9-]*\.myshopify\.com\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex ShopDomainForm();
}
