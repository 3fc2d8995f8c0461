using System.Globalization;
using System.Text.Json.Serialization;

namespace CommerceVideo.Webhooks.Payloads;

/// <summary>
/// The body of products/create, products/update and products/delete. Only the id is sure to be there and right: the rest may be
/// missing, cut short or older than what the Admin API says, and is a hint at most.
/// </summary>
public sealed record ProductPayload
{
    public required long Id { get; init; }

    public string? AdminGraphqlApiId { get; init; }

    public string? Title { get; init; }

    public string? Handle { get; init; }

    public string? BodyHtml { get; init; }

    public string? Vendor { get; init; }

    public string? ProductType { get; init; }

    public string? Status { get; init; }

    /// <summary>One comma-separated text.</summary>
    public string? Tags { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public CategoryPayload? Category { get; init; }

    public IReadOnlyList<MediaPayload?>? Media { get; init; }

    public IReadOnlyList<ImagePayload?>? Images { get; init; }

    public IReadOnlyList<VariantPayload?>? Variants { get; init; }

    /// <summary>Whether parts of the body were not of their form, so that nothing but the id was taken from it.</summary>
    [JsonIgnore]
    public bool OnlyId { get; init; }

    /// <summary>The product's global id, which products/delete leaves out.</summary>
    [JsonIgnore]
    public string GlobalId => GlobalIdOf(Id);

    /// <summary>Never throws: says what is wrong with a body that names no product.</summary>
    public static ProductReading TryParse(ReadOnlySpan<byte> body) => ProductPayloadReader.Read(body);

    internal static string GlobalIdOf(long id) =>
        string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Product/{id}");
}
