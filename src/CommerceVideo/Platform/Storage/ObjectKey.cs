using System.Text.RegularExpressions;

namespace CommerceVideo.Platform.Storage;

/// <summary>The form of a key: the content's SHA-256 and an extension that tells its type.</summary>
internal static partial class ObjectKey
{
    private const string Unknown = "bin";

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        ["video/mp4"] = "mp4",
        ["image/jpeg"] = "jpg",
        ["image/png"] = "png",
        ["image/webp"] = "webp",
        ["image/gif"] = "gif",
        ["application/json"] = "json",
        ["font/ttf"] = "ttf",
        ["font/otf"] = "otf",
        ["application/x-cube"] = "cube",
        ["audio/mpeg"] = "mp3",
        ["audio/wav"] = "wav",
        ["audio/mp4"] = "m4a",
        ["audio/flac"] = "flac",
        ["audio/ogg"] = "ogg",
    };

    public static string Of(string sha256, string contentType) =>
        $"{sha256}.{Extensions.GetValueOrDefault(contentType, Unknown)}";

    public static bool IsValid(string key) => Form().IsMatch(key);

    public static string ContentType(string key)
    {
        var extension = key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return Extensions.FirstOrDefault(pair => pair.Value == extension).Key ?? "application/octet-stream";
    }

    public static FileNotFoundException NotKept(Exception? cause = null) =>
        new("Nothing is kept under this key.", cause);

    [GeneratedRegex(@"\A[0-9a-f]{64}\.[a-z0-9]{2,4}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Form();
}
