using System.Text.Json;
using System.Text.Json.Serialization;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Briefs;

/// <summary>Shots as kept in the database.</summary>
internal static class ShotJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(IReadOnlyList<Shot> shots) => JsonSerializer.Serialize(shots, Options);

    public static IReadOnlyList<Shot> Read(string json) => JsonSerializer.Deserialize<Shot[]>(json, Options)!;
}
