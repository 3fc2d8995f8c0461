using System.Diagnostics;
using System.Text.Json;
using CommerceVideo.Sandbox.Setup;
using CommerceVideo.Sandbox.Start;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Sandbox.Start;

/// <summary>A checkout whose app and store are the stand-ins, for runs of the program itself as a process of its own.</summary>
internal sealed class FakeCheckout : IDisposable
{
    private static readonly string Dotnet = ProgramPath.Find("dotnet")!;

    private readonly string _root = Directory.CreateTempSubdirectory("cv-checkout-").FullName;

    private readonly List<Process> _started = [];

    public FakeCheckout()
    {
        var fakes = Path.Combine(Repository.Root, "tests/CommerceVideo.Tests/Sandbox/Fakes");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_root, (UnixFileMode)0b111_101_101);
        }
        Write("CommerceVideo.sln", "");
        Write("src/CommerceVideo.Sandbox/Store/main.mjs", File.ReadAllText(Path.Combine(fakes, "store.mjs")));
        var program = Write("programs/dotnet", $"#!/bin/sh\nshift\nexec node '{fakes}/app.mjs' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        }
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "CommerceVideo.Sandbox.*"))
        {
            File.Copy(file, Path.Combine(Folder("src/CommerceVideo.Sandbox/bin"), Path.GetFileName(file)));
        }
    }

    public string Data => Path.Combine(_root, ".data");

    public IReadOnlyList<string> Notes => File.ReadAllLines(Path.Combine(_root, "notes"));

    // As a script starts it with "&": its shell has Ctrl-C's signal ignored.
    public Process Start(params string[] arguments) =>
        Run("sh", ["-c", "trap '' INT; exec \"$@\"", "script", Dotnet, Program, "start", .. arguments]);

    /// <summary>With a terminal of its own, whose keys are our standard input and whose screen is our standard output.</summary>
    public Process StartInTerminal() => Run("script", ["-qefc", $"exec '{Dotnet}' '{Program}' start", "/dev/null"]);

    public static async Task<string> ReadUntilReadyAsync(StreamReader output)
    {
        var said = "";
        while (!said.Contains("ready in", StringComparison.Ordinal))
        {
            said +=
                await output.ReadLineAsync().WaitAsync(Poll.Limit)
                ?? throw new InvalidOperationException($"It ended before it was ready: {said}");
        }
        return said;
    }

    public Dictionary<string, int> Processes()
    {
        using var run = JsonDocument.Parse(File.ReadAllText(RunFile.PathIn(Data)));
        return run.RootElement.GetProperty("processes").Deserialize<Dictionary<string, int>>()!;
    }

    public void Dispose()
    {
        foreach (var program in _started)
        {
            program.Kill();
            program.WaitForExit();
            program.Dispose();
        }
        Directory.Delete(_root, recursive: true);
    }

    private string Program => Path.Combine(_root, "src/CommerceVideo.Sandbox/bin/CommerceVideo.Sandbox.dll");

    private Process Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_root}/programs:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["FAKE_NOTES"] = Path.Combine(_root, "notes");
        var started = Process.Start(start)!;
        _started.Add(started);
        return started;
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
