using System.Text.Json;

namespace CommerceVideo.Sandbox.Start;

/// <summary>The line of JSON by which a part says that it is up, and where it answers; all else it says is no such line.</summary>
internal sealed record ReadyLine(bool Ready, string? Address)
{
    public static bool IsIn(string line) => Read(line) is { Ready: true };

    public static Uri? AddressIn(string line) =>
        Read(line) is { Ready: true, Address: { } address } ? new Uri(address.TrimEnd('/') + "/") : null;

    private static ReadyLine? Read(string line)
    {
        if (!line.StartsWith('{'))
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<ReadyLine>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
