using CommerceVideo.Sandbox.Start;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Sandbox.Start;

/// <summary>A launch of small stand-ins in a folder of its own; what they did is in the notes.</summary>
internal sealed class FakeSystem : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cv-start-").FullName;

    public FakeSystem(params (string Name, string Value)[] environment)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        }
        var settings = environment.ToDictionary(pair => pair.Name, pair => pair.Value);
        settings["FAKE_NOTES"] = NotesFile;
        Options = new LaunchOptions
        {
            Root = Repository.Root,
            Data = Path.Combine(_folder, "data"),
            Throwaway = true,
            ConnectionString = "Host=nobody-asks",
            Settings = settings,
            AppInstead = new ProgramCommand("node", Fake("app.mjs")),
            StoreInstead = new ProgramCommand("env", $"FAKE_NOTES={NotesFile}", "node", Fake("store.mjs")),
        };
    }

    public LaunchOptions Options { get; }

    public LaunchOptions WithOwnDatabase => Options with { ConnectionString = null };

    public string Folder => _folder;

    public IReadOnlyList<string> Notes => File.Exists(NotesFile) ? File.ReadAllLines(NotesFile) : [];

    private string NotesFile => Path.Combine(_folder, "notes");

    public string Photo(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, [1, 2, 3]);
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Fake(string name) =>
        Path.Combine(Repository.Root, "tests/CommerceVideo.Tests/Sandbox/Fakes", name);
}
