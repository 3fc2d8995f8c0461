using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Start;

/// <summary>Where the stand-ins of video model providers answer, and what the app has to be told to use them.</summary>
/// <param name="Control">Where faults are asked for and bills are read.</param>
/// <param name="Settings">The app's settings, by their environment names.</param>
internal sealed record ProviderAddresses(Uri Control, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>From the one line that the stand-ins print when they are up; null for any other line.</summary>
    public static ProviderAddresses? In(string line)
    {
        if (!line.StartsWith('{') || Read(line) is not { } told || told["ready"]?.GetValue<bool>() != true)
        {
            return null;
        }
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, one) in told["providers"]?.AsObject() ?? [])
        {
            settings[$"VideoModels__{name}__BaseAddress"] = $"{one?["address"]}";
            settings[$"VideoModels__{name}__ApiKey"] = $"{one?["key"]}";
            foreach (var (more, value) in one?["settings"]?.AsObject() ?? [])
            {
                settings[$"VideoModels__{name}__{more}"] = $"{value}";
            }
        }
        return new ProviderAddresses(new Uri($"{told["control"]}"), settings);
    }

    private static JsonObject? Read(string line)
    {
        try
        {
            return JsonNode.Parse(line)?.AsObject();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
