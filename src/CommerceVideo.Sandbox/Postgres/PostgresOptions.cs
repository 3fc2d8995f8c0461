using System.Net;
using System.Net.Sockets;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>Where a server comes from and where its rows live.</summary>
internal sealed record PostgresOptions
{
    /// <summary>When given, that server is used and nothing is started.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The folder that holds the cluster and its lock, and nothing else.</summary>
    public required string Folder { get; init; }

    /// <summary>For tests: quick and not safe against power loss.</summary>
    public bool Fast { get; init; }

    /// <summary>The rows are removed when the program ends, however it ends.</summary>
    public bool Forgetful { get; init; }

    /// <summary>What a test run wants.</summary>
    public bool FastAndForgetful
    {
        init => Fast = Forgetful = value;
    }

    /// <summary>A folder whose <c>node_modules</c> may hold the server as an npm package.</summary>
    public string? PackageFolder { get; init; }

    /// <summary>Server programs to use instead of looking for some.</summary>
    public string? Binaries { get; init; }

    public Func<int> ChoosePort { get; init; } = FreePort;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
