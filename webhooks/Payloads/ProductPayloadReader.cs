using System.Globalization;
using System.Text.Json;

namespace CommerceVideo.Webhooks.Payloads;

/// <summary>
/// Reads the id first and by itself, so that a field Shopify changes one day costs us that body's hints and not the delivery.
/// </summary>
internal static class ProductPayloadReader
{
    private const string GlobalIdStart = "gid://shopify/Product/";

    public static ProductReading Read(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        try
        {
            return Identity(body) switch
            {
                (true, { } id, null) => new ProductReading.Read(Hints(body, id)),
                (true, { } id, { } globalId) when globalId == ProductPayload.GlobalIdOf(id) => new ProductReading.Read(
                    Hints(body, id)
                ),
                (true, null, { } globalId) when IdIn(globalId) is { } id => new ProductReading.Read(Hints(body, id)),
                (false, _, _) => NotAProduct("The body is JSON, but not an object."),
                (_, null, null) => NotAProduct("The body names no product: it has no whole number as its id."),
                _ => NotAProduct("The body's ids do not name one and the same product."),
            };
        }
        catch (JsonException broken)
        {
            return new ProductReading.Unreadable(
                ProductReading.Unreadable.BrokenBody,
                $"The body is not valid JSON (line {broken.LineNumber + 1}, byte {broken.BytePositionInLine})."
            );
        }
    }

    private static ProductReading.Unreadable NotAProduct(string text) =>
        new(ProductReading.Unreadable.NotAProduct, text);

    // Reads to the end, so that a body cut short is never taken for a whole one.
    private static (bool IsObject, long? Id, string? GlobalId) Identity(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return (false, null, null);
        }

        long? id = null;
        string? globalId = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isGlobalId = reader.ValueTextEquals("admin_graphql_api_id"u8);
            reader.Read();
            id = isId ? Number(ref reader) : id;
            globalId = isGlobalId ? Text(ref reader) : globalId;
            reader.Skip();
        }

        reader.Read();
        return (true, id, globalId);
    }

    private static long? Number(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt64(out var id) && id > 0 => id,
            JsonTokenType.String => Digits(Text(ref reader)),
            _ => null,
        };

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A text that is not UTF-8 is no id.
            return null;
        }
    }

    private static long? IdIn(string globalId) =>
        globalId.StartsWith(GlobalIdStart, StringComparison.Ordinal) ? Digits(globalId[GlobalIdStart.Length..]) : null;

    private static long? Digits(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    private static ProductPayload Hints(ReadOnlySpan<byte> body, long id)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PayloadJson.Default.ProductPayload)! with { Id = id };
        }
        catch (JsonException)
        {
            return new ProductPayload { Id = id, OnlyId = true };
        }
    }
}
