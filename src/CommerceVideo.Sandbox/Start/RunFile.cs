using System.Text.Json;

namespace CommerceVideo.Sandbox.Start;

/// <summary>Who runs and where, for whoever looks from outside; there only while it runs.</summary>
internal sealed record RunFile(
    DateTimeOffset StartedAt,
    RunFile.RunAddresses Addresses,
    IReadOnlyDictionary<string, int> Processes,
    string Data,
    string ConnectionString,
    string OperationsKey
)
{
    public sealed record RunAddresses(string Store, string App, string OpenApp);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string PathIn(string folder) => Path.Combine(folder, "run.json");

    public void Write(string folder) => PrivateFile.Write(PathIn(folder), JsonSerializer.Serialize(this, Json) + "\n");

    public static string AlreadyRunning(string folder)
    {
        var path = PathIn(folder);
        return File.Exists(path) && JsonSerializer.Deserialize<RunFile>(File.ReadAllText(path), Json) is { } run
            ? $"It is already running (process {run.Processes.GetValueOrDefault("launcher")}): {run.Addresses.Store}"
            : $"Another start is running on {folder}: stop it first.";
    }

    public static void Remove(string folder) => File.Delete(PathIn(folder));
}
