namespace CommerceVideo.Sandbox.Postgres;

/// <summary>How a cluster is made and set, as text.</summary>
internal static class ClusterSettings
{
    public static IReadOnlyList<string> Initialise(ServerHome home, string user, bool forgetful) =>
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
            .. forgetful ? ["--no-sync"] : Array.Empty<string>(),
        ];

    /// <summary>No socket file: its path would have to be short, and loopback with a password serves every platform.</summary>
    public static string Configuration(bool forgetful) =>
        $"""

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            shared_buffers = 64MB
            max_connections = {(forgetful ? 300 : 60)}
            {(forgetful ? "fsync = off\nfull_page_writes = off\nsynchronous_commit = off" : "")}

            """;
}
