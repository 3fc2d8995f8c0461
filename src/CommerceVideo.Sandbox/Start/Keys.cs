using System.Security.Cryptography;
using System.Text.Json;

namespace CommerceVideo.Sandbox.Start;

/// <summary>What the parts of one installation share and nobody else may know; made once and kept.</summary>
internal sealed record Keys(string Secrets, string Operations, string ApiKey, string ApiSecret)
{
    public static Keys LoadOrCreate(string folder)
    {
        var path = Path.Combine(folder, "keys.json");
        if (!File.Exists(path))
        {
            PrivateFile.Write(path, JsonSerializer.Serialize(Create(), JsonSerializerOptions.Web));
        }
        return JsonSerializer.Deserialize<Keys>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
    }

    private static Keys Create() =>
        new(
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            RandomNumberGenerator.GetHexString(48, lowercase: true),
            RandomNumberGenerator.GetHexString(32, lowercase: true),
            "shpss_" + RandomNumberGenerator.GetHexString(32, lowercase: true)
        );
}
