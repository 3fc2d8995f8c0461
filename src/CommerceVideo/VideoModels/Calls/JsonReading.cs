using System.Globalization;
using System.Text.Json;

namespace CommerceVideo.VideoModels.Calls;

/// <summary>Reads members of answers whose shape nobody guarantees: what is not there, or is of another kind, is null.</summary>
internal static class JsonReading
{
    /// <returns>Undefined where there is no JSON.</returns>
    public static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? default : JsonDocument.Parse(body).RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    extension(JsonElement of)
    {
        /// <summary>Undefined when there is no such member.</summary>
        public JsonElement At(params ReadOnlySpan<string> path)
        {
            var found = of;
            foreach (var name in path)
            {
                if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
                {
                    return default;
                }
            }

            return found;
        }

        /// <summary>A string, or a number as it is written.</summary>
        public string? Text(params ReadOnlySpan<string> path)
        {
            var found = of.At(path);
            return found.ValueKind switch
            {
                JsonValueKind.String => found.GetString(),
                JsonValueKind.Number => found.GetRawText(),
                _ => null,
            };
        }

        public decimal? Number(params ReadOnlySpan<string> path) =>
            decimal.TryParse(of.Text(path), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;

        public Uri? Address(params ReadOnlySpan<string> path) =>
            Uri.TryCreate(of.Text(path), UriKind.Absolute, out var address) ? address : null;

        /// <summary>The items of an array; none when it is none.</summary>
        public IEnumerable<JsonElement> Items(params ReadOnlySpan<string> path)
        {
            var found = of.At(path);
            return found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [];
        }
    }
}
