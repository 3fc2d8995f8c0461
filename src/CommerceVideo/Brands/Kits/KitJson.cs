using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceVideo.Brands.Kits;

/// <summary>A kit as JSON. A misspelt member is refused, so that nothing is left out silently.</summary>
public static class KitJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Write(KitContent content) => JsonSerializer.Serialize(content, Options);

    /// <returns>The kit, or what is wrong with it in a sentence.</returns>
    public static (KitContent? Content, string? Wrong) Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<KitContent>(json, Options) switch
            {
                null => (null, "The brand kit is empty."),
                // What the serialiser lets pass: a list with nothing in one of its places.
                { } content when HasHoles(content) => (null, "The brand kit has an empty entry (null) in a list."),
                { } content => (content, null),
            };
        }
        catch (JsonException problem)
        {
            return (null, $"The brand kit is not understood: {problem.Message}");
        }
    }

    private static bool HasHoles(KitContent content) =>
        new[] { content.Captions, content.ForbiddenWords, content.Look?.References }.Any(static list =>
            list?.Contains(null!) == true
        );
}
