namespace CommerceVideo.Sandbox.Postgres;

/// <summary>How a cluster is made and set, as text.</summary>
internal static class ClusterSettings
{
    public static IReadOnlyList<string> Initialise(ServerHome home, string user, bool fast) =>
        [
            "-D",
            home.Rows,
            "-U",
            user,
            "-A",
            "scram-sha-256",
            "--pwfile",
            home.PasswordFile,
            "-E",
            "UTF8",
            "--locale=C",
            .. fast ? ["--no-sync"] : Array.Empty<string>(),
        ];

    /// <summary>No socket file: its path would have to be short, and loopback with a password serves every platform.</summary>
    public static string Configuration(bool fast) =>
        $"""

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            shared_buffers = 64MB
            max_connections = {(fast ? 300 : 60)}
            {(fast ? "fsync = off\nfull_page_writes = off" : "")}

            """;
}
