using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommerceVideo.Sandbox.Postgres;
using CommerceVideo.Tests.Support;
using Npgsql;

namespace CommerceVideo.Tests.Sandbox.Postgres;

public sealed class PostgresServerTests(ClusterFolder cluster) : IClassFixture<ClusterFolder>
{
    private readonly string _folder = cluster.Main;

    [Fact]
    public async Task A_configured_server_is_used_and_nothing_is_started()
    {
        var folder = cluster.Beside("untouched");

        await using var server = await StartAsync(
            new PostgresOptions { Folder = folder, ConnectionString = "Host=db" }
        );

        Assert.Equal("Host=db", server.ConnectionString);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Rows_are_there_at_the_next_start()
    {
        await using (var first = await StartAsync(Options()))
        {
            await AskAsync(first, "DROP TABLE IF EXISTS kept; CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
        }

        await using var second = await StartAsync(Options());

        Assert.Equal(7, await AskAsync(second, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task Stopping_leaves_no_server_and_no_lock()
    {
        var server = await StartAsync(Options());
        await server.StopAsync(CancellationToken.None);

        Assert.False(RunningProcess.IsAlive(server.Process!.Value));
        await using var again = await StartAsync(Options());
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_its_rows()
    {
        var first = await StartAsync(Options());
        await AskAsync(first, "DROP TABLE IF EXISTS kept; CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
        await KillAsync(first.Process!.Value);
        await first.StopAsync(CancellationToken.None);

        await using var second = await StartAsync(Options());

        Assert.Equal(7, await AskAsync(second, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task A_pid_file_of_a_process_that_is_someone_elses_is_stale()
    {
        string pidFile;
        await using (var first = await StartAsync(Options()))
        {
            pidFile = Directory.GetFiles(_folder, "postmaster.pid", SearchOption.AllDirectories).Single();
        }
        await File.WriteAllTextAsync(pidFile, $"{Environment.ProcessId}\n/elsewhere\n0\n5432\n");

        await using var second = await StartAsync(Options());

        Assert.NotEqual(Environment.ProcessId, second.Process);
        Assert.Equal(1, await AskAsync(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_second_start_on_the_same_folder_says_so()
    {
        await using var first = await StartAsync(Options());

        var problem = await Assert.ThrowsAsync<NoServerException>(() => StartAsync(Options()));

        Assert.Contains("Another start is running", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(first, "SELECT 1"));
    }

    [Fact]
    public async Task Two_starts_at_once_give_one_server()
    {
        var starts = Enumerable.Range(0, 2).Select(_ => Task.Run(() => StartAsync(Options()))).ToArray();
        await Task.WhenAll(starts).ContinueWith(_ => { }, TaskScheduler.Default);

        await using var winner = await Assert.Single(starts, start => start.IsCompletedSuccessfully);

        Assert.IsType<NoServerException>(Assert.Single(starts, start => start.IsFaulted).Exception!.InnerException);
    }

    [Fact]
    public async Task A_server_whose_owner_is_gone_is_taken_over()
    {
        await using (var first = await StartAsync(Options())) { }
        var left = await LeaveServerBehindAsync();

        await using var server = await StartAsync(Options());

        Assert.Equal(left.Process, server.Process);
        Assert.Equal(1, await AskAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task A_port_taken_meanwhile_is_left_for_another()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var taken = ((IPEndPoint)squatter.LocalEndpoint).Port;
        var asked = 0;

        await using var server = await StartAsync(
            Options() with
            {
                ChoosePort = () => asked++ == 0 ? taken : Options().ChoosePort(),
            }
        );

        Assert.Equal(2, asked);
        Assert.Equal(1, await AskAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task A_first_start_that_was_cut_off_leaves_nothing_half_made()
    {
        await using (var first = await StartAsync(Options())) { }
        var marker = Directory
            .GetFiles(_folder, "PG_VERSION", SearchOption.AllDirectories)
            .OrderBy(path => path.Length)
            .First();
        File.Delete(marker);

        await using var second = await StartAsync(Options());

        Assert.Equal(1, await AskAsync(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_deep_folder_with_a_space_and_a_quote_in_its_name_serves()
    {
        var deep = Path.Combine(
            cluster.Beside("deep"),
            string.Join('/', Enumerable.Repeat("a rather long part", 6)),
            "it's"
        );

        await using var server = await StartAsync(Options() with { Folder = deep });

        Assert.Equal(1, await AskAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task A_folder_closed_to_the_servers_account_is_replaced_by_one_it_can_reach()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return; // Only root has another account run the server.
        }
        var closed = Directory.CreateDirectory(cluster.Beside("closed"), (UnixFileMode)0b111_000_000).FullName;

        await using var server = await StartAsync(Options() with { Folder = closed, FastAndForgetful = true });

        Assert.Equal(1, await AskAsync(server, "SELECT 1"));
        Assert.False(ServerAccount.Choose().CanReach(closed));
    }

    [Fact]
    public async Task The_password_is_no_one_elses_to_read()
    {
        await using var server = await StartAsync(Options());

        var file = Directory.GetFiles(_folder, "password", SearchOption.AllDirectories).Single();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private PostgresOptions Options() =>
        new()
        {
            Folder = _folder,
            Fast = true,
            PackageFolder = Path.Combine(Repository.Root, "src/CommerceVideo.Sandbox/Postgres"),
        };

    private static Task<PostgresServer> StartAsync(PostgresOptions options) =>
        PostgresServer.StartAsync(options, CancellationToken.None);

    private async Task<PidFile> LeaveServerBehindAsync()
    {
        var (account, programs) = (ServerAccount.Choose(), ServerPrograms.Find(Options())!);
        var home = ServerHome.Choose(_folder, await Cluster.VersionAsync(programs, account, default), account);
        return await new Cluster(programs, home, account, Options()).StartAsync(CancellationToken.None);
    }

    private static async Task KillAsync(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        await Poll.UntilAsync(() => !RunningProcess.IsAlive(id));
    }

    private static async Task<object?> AskAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
