using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.Generation;

namespace CommerceVideo.Finishing.Colour;

/// <summary>A Clip's colour, kept as one more member of what is known of the Clip.</summary>
internal static class KeptColour
{
    private const string Member = "Colour";

    /// <param name="facts">In the order of the attempts; fewer or null where nothing was measured.</param>
    public static void Keep(IReadOnlyList<Attempt> collected, IReadOnlyList<ColourFacts?> facts)
    {
        foreach (var (attempt, colour) in collected.Zip(facts))
        {
            if (colour is not null && attempt.Clip is { } clip)
            {
                attempt.Clip = Write(clip, colour);
            }
        }
    }

    public static ColourFacts? Read(string? clip) =>
        clip is not null && JsonNode.Parse(clip)?[Member] is { } kept ? kept.Deserialize<ColourFacts>() : null;

    public static string Write(string clip, ColourFacts colour)
    {
        var known = JsonNode.Parse(clip)!.AsObject();
        known[Member] = JsonSerializer.SerializeToNode(colour);
        return known.ToJsonString();
    }
}
