using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.VideoModels.Contract;

/// <summary>The local stand-ins of providers, as a program of their own; what they keep is read from outside.</summary>
internal sealed class StandIns : IAsyncDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(30);

    private readonly Process _program;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _http = new();
    private readonly JsonElement _ready;

    private StandIns(Process program, DirectoryInfo folder, JsonElement ready) =>
        (_program, _folder, _ready) = (program, folder, ready);

    /// <param name="now">Where their clock starts; null for this machine's time.</param>
    public static async Task<StandIns> StartAsync(string only, string seconds = "0.2", DateTimeOffset? now = null)
    {
        var folder = Directory.CreateTempSubdirectory("stand-ins");
        var start = new ProcessStartInfo(
            "node",
            [Path.Combine(Repository.Root, "src/CommerceVideo.Sandbox/Providers/main.mjs")]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PROVIDERS_ONLY"] = only;
        start.Environment["PROVIDERS_DATA"] = folder.FullName;
        start.Environment["PROVIDERS_SECONDS"] = seconds;
        start.Environment["PROVIDERS_CLIP_SCALE"] = "0.25";
        start.Environment["PROVIDERS_NOW"] = now?.ToString("O") ?? "";
        var program = Process.Start(start)!;
        program.ErrorDataReceived += static (_, _) => { };
        program.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(ToStart);
        var line =
            await program.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException("The stand-ins ended at their start.");
        return new StandIns(program, folder, JsonDocument.Parse(line).RootElement.Clone());
    }

    public Uri Address(string provider) => new(Of(provider).GetProperty("address").GetString()!);

    public string Key(string provider) => Of(provider).GetProperty("key").GetString()!;

    /// <summary>What else a caller has to be told, by its setting's name.</summary>
    public string Setting(string provider, string name) =>
        Of(provider).GetProperty("settings").GetProperty(name).GetString()!;

    /// <summary>The jobs that a provider knows of, as it reports them.</summary>
    public async Task<IReadOnlyList<JsonObject>> JobsAsync(string provider) =>
        [.. (await StateAsync(provider))["jobs"]!.AsArray().OfType<JsonObject>()];

    public async Task<JsonObject> StateAsync(string provider)
    {
        var state = await _http.GetFromJsonAsync<JsonObject>(new Uri(Control, "_sandbox/state"));
        return state!["providers"]!.AsArray().OfType<JsonObject>().Single(one => $"{one["provider"]}" == provider);
    }

    public Task TellAsync(string provider, string what, object? body = null) =>
        PostAsync($"_sandbox/providers/{provider}/{what}", body);

    public Task AdvanceAsync(TimeSpan by) => PostAsync("_sandbox/clock", new { advanceSeconds = by.TotalSeconds });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _program.Kill(entireProcessTree: true);
        await _program.WaitForExitAsync();
        _program.Dispose();
        _folder.Delete(recursive: true);
    }

    private Uri Control => new($"{_ready.GetProperty("control").GetString()!.TrimEnd('/')}/");

    private JsonElement Of(string provider) => _ready.GetProperty("providers").GetProperty(provider);

    private async Task PostAsync(string path, object? body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Control, path), body ?? new { });
        answer.EnsureSuccessStatusCode();
    }
}
