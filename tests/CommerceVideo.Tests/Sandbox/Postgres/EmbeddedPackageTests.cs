using CommerceVideo.Sandbox.Postgres;
using CommerceVideo.Tests.Support;
using Npgsql;

namespace CommerceVideo.Tests.Sandbox.Postgres;

/// <summary>The server from npm, which ./test installs for this.</summary>
public sealed class EmbeddedPackageTests(ClusterFolder cluster) : IClassFixture<ClusterFolder>
{
    private static readonly string Package = Path.Combine(Repository.Root, "src/CommerceVideo.Sandbox/Postgres");

    [Fact]
    public async Task The_packaged_server_serves() =>
        Assert.StartsWith(
            "PostgreSQL 18",
            await VersionAsync(EmbeddedPackage.Find(Package)!),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_package_the_servers_account_cannot_reach_is_copied_to_where_it_can()
    {
        var closed = cluster.Beside("closed");
        var copy = EmbeddedPackage.CopyTo(EmbeddedPackage.Find(Package)!, Path.Combine(closed, "native"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(closed, (UnixFileMode)0b111_000_000);
        }

        Assert.StartsWith("PostgreSQL 18", await VersionAsync(copy), StringComparison.Ordinal);
    }

    private async Task<string> VersionAsync(ServerPrograms programs)
    {
        await using var server = await PostgresServer.StartAsync(
            new PostgresOptions
            {
                Folder = cluster.Main,
                Binaries = programs.Folder,
                FastAndForgetful = true,
            },
            CancellationToken.None
        );
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT version()", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
