using CommerceVideo.Sandbox.Children;

namespace CommerceVideo.Sandbox.Start;

/// <summary>A program with the arguments that always come first.</summary>
internal sealed record ProgramCommand(string Program, params string[] Arguments);

/// <summary>What to bring up and where it keeps what it has.</summary>
internal sealed record LaunchOptions
{
    /// <summary>The checkout.</summary>
    public required string Root { get; init; }

    /// <summary>Rows, files, keys and logs.</summary>
    public required string Data { get; init; }

    /// <summary>The instant at which the whole system's clock starts; now if not given.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Settings of the app beside those every start gives.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Everything is gone when the program ends: nothing need be safe against power loss.</summary>
    public bool Throwaway { get; init; }

    /// <summary>The addresses a person gets used to, where they are free.</summary>
    public bool UsualPorts { get; init; }

    public string? ConnectionString { get; init; }

    /// <summary>The stand-ins of video model providers are brought up as well.</summary>
    public bool Providers { get; init; }

    /// <summary>Folders in which the store looks for photos that a webhook body names.</summary>
    public string? Photos { get; init; }

    public ProgramCommand App => AppInstead ?? new("dotnet", Built("src/CommerceVideo", "CommerceVideo.dll"));

    public ProgramCommand Store =>
        StoreInstead ?? new("node", Path.Combine(Root, "src/CommerceVideo.Sandbox/Store/main.mjs"));

    public ProgramCommand ProviderStandIns =>
        new("node", Path.Combine(Root, "src/CommerceVideo.Sandbox/Providers/main.mjs"));

    public ProgramCommand? AppInstead { get; init; }

    public ProgramCommand? StoreInstead { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string Log(string name) => Path.Combine(Data, "logs", $"{name}.log");

    /// <summary>One role of the app; it tells on its output what it did, or that it is up.</summary>
    public ChildDescription Role(string role, IReadOnlyDictionary<string, string> environment) =>
        new(role, App.Program, [.. App.Arguments, role, "--json", "-"], environment, Log(role));

    private string Built(string project, string file) => Path.Combine(Root, project, "bin/Release/net10.0", file);
}
