using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>
/// A graph of nodes in ComfyUI's API format, with placeholders as <c>{{image}}</c>: a value that is nothing but one takes the
/// placeholder's own type, one inside a text becomes part of it; pure.
/// </summary>
internal sealed partial class ComfyUiWorkflow(string json)
{
    private static readonly string[] Needed = ["image", "prompt"];

    /// <summary>Our own, of ComfyUI's stock nodes.</summary>
    public static ComfyUiWorkflow Wan22 { get; } = new(Embedded("wan22-image-to-video.json"));

    /// <returns>Why a text cannot be used as a workflow; null when it can.</returns>
    public static string? Problem(string json)
    {
        JsonNode? graph;
        try
        {
            graph = JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return "it is no JSON.";
        }

        if (
            graph is not JsonObject nodes
            || nodes.Any(static node => (node.Value as JsonObject)?["class_type"] is null)
        )
        {
            return "it is not in the API format (export it with \"Export (API)\").";
        }

        var used = Placeholder().Matches(json).Select(static match => match.Groups["name"].Value).ToHashSet();
        return Needed.FirstOrDefault(name => !used.Contains(name)) is { } missing
                ? $"it has no placeholder {{{{{missing}}}}}."
            : used.FirstOrDefault(static name => !ComfyUiValues.Names.Contains(name)) is { } unknown
                ? $"there is no placeholder {{{{{unknown}}}}}."
            : null;
    }

    public JsonObject Filled(ComfyUiValues values)
    {
        var graph = JsonNode.Parse(json)!.AsObject();
        Fill(graph, values.ByName());
        return graph;
    }

    private static void Fill(JsonNode at, IReadOnlyDictionary<string, JsonValue> values)
    {
        switch (at)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToArray())
                {
                    if (Replacement(value, values) is { } filled)
                    {
                        members[name] = filled;
                    }
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    if (Replacement(items[index], values) is { } filled)
                    {
                        items[index] = filled;
                    }
                }

                break;
        }
    }

    /// <returns>Null where the value stays, or was filled in its place.</returns>
    private static JsonNode? Replacement(JsonNode? value, IReadOnlyDictionary<string, JsonValue> values)
    {
        if (value is not JsonValue leaf || !leaf.TryGetValue(out string? text))
        {
            if (value is not null)
            {
                Fill(value, values);
            }

            return null;
        }

        var match = Placeholder().Match(text);
        return !match.Success ? null
            : match.Length == text.Length ? values[match.Groups["name"].Value].DeepClone()
            : Placeholder().Replace(text, one => $"{values[one.Groups["name"].Value]}");
    }

    private static string Embedded(string file)
    {
        var type = typeof(ComfyUiWorkflow);
        using var reader = new StreamReader(type.Assembly.GetManifestResourceStream(type, file)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
