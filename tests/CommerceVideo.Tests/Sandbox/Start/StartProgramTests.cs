using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Postgres;
using CommerceVideo.Tests.Sandbox.Postgres;
using CommerceVideo.Tests.Support;
using Npgsql;

namespace CommerceVideo.Tests.Sandbox.Start;

/// <summary>The program itself, killed as a person or the system would.</summary>
public sealed partial class StartProgramTests(ClusterFolder folder) : IClassFixture<ClusterFolder>
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [Theory]
    [InlineData("--nonsense", "\"--nonsense\" is not known here")]
    [InlineData("--now=teatime", "--now wants an instant")]
    [InlineData("--headless --models sora-9", "sora-9 does not exist yet")]
    [InlineData("--headless --channels meta", "meta does not exist yet")]
    [InlineData("--headless --scale 2", "--scale wants 1 or 0.5")]
    [InlineData("--headless --photo /nowhere.jpg", "there is no such file")]
    public async Task Wrong_usage_exits_2_with_one_line(string arguments, string told)
    {
        using var program = Start(["start", .. arguments.Split(' ')]);

        var said = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync().WaitAsync(Poll.Limit);

        Assert.Equal(2, program.ExitCode);
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--help", "start [--headless]")]
    [InlineData("start --help", "--now INSTANT")]
    [InlineData("start --headless --help", "--photo FILE")]
    [InlineData("test --help", "--filter EXPRESSION")]
    [InlineData("postgres --help", "--folder FOLDER")]
    public async Task Help_is_written_to_the_output_and_exits_0(string words, string told)
    {
        using var program = Start(words.Split(' '));

        var said = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync().WaitAsync(Poll.Limit);

        Assert.Equal(0, program.ExitCode);
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.Contains("--json FILE", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_a_start_tells_on_its_output_alone_where_it_is_and_keeps_its_keys_to_itself()
    {
        using var checkout = new FakeCheckout();
        var program = checkout.Start("--json", "-");
        await FakeCheckout.ReadUntilReadyAsync(program.StandardError);
        Signal(program, Interrupt);

        var up = JsonNode.Parse(await program.StandardOutput.ReadToEndAsync().WaitAsync(Poll.Limit))!;

        Assert.True(up["ready"]!.GetValue<bool>());
        Assert.StartsWith("http://127.0.0.1:", up["addresses"]!["app"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(program.Id, up["processes"]!["launcher"]!.GetValue<int>());
        Assert.Equal(["schema", "ready", "addresses", "processes", "data"], up.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_program_killed_with_9_leaves_no_server_behind_and_its_rows_stay()
    {
        await KilledAfterAsync("CREATE TABLE kept (n int)");

        await KilledAfterAsync("DROP TABLE kept");
    }

    [Fact]
    public async Task A_start_killed_with_9_leaves_no_part_behind_and_the_next_one_is_ready()
    {
        using var checkout = new FakeCheckout();
        var killed = checkout.Start();
        await FakeCheckout.ReadUntilReadyAsync(killed.StandardOutput);
        var processes = checkout.Processes();

        killed.Kill();

        await Poll.UntilAsync(() => !processes.Values.Any(RunningProcess.IsAlive));
        var second = checkout.Start();
        await FakeCheckout.ReadUntilReadyAsync(second.StandardOutput);
        Signal(second, Interrupt);
        await second.WaitForExitAsync().WaitAsync(Poll.Limit);
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task A_signal_stops_every_part_in_order_and_the_exit_is_0(int signal)
    {
        using var checkout = new FakeCheckout();
        var program = checkout.Start();
        await FakeCheckout.ReadUntilReadyAsync(program.StandardOutput);
        var processes = checkout.Processes();

        Signal(program, signal);
        await program.WaitForExitAsync().WaitAsync(Poll.Limit);

        Assert.Equal(0, program.ExitCode);
        Assert.Equal("store stopped", checkout.Notes[^1]);
        Assert.DoesNotContain(processes.Values, RunningProcess.IsAlive);
        Assert.False(File.Exists(Path.Combine(checkout.Data, "run.json")));
    }

    [Fact]
    public async Task Ctrl_C_in_a_terminal_stops_every_part_in_order_and_that_is_the_last_it_says()
    {
        using var checkout = new FakeCheckout();
        var terminal = checkout.StartInTerminal();
        await FakeCheckout.ReadUntilReadyAsync(terminal.StandardOutput);
        var processes = checkout.Processes();

        await terminal.StandardInput.WriteAsync('\u0003');
        await terminal.StandardInput.FlushAsync();
        var last = await terminal.StandardOutput.ReadToEndAsync().WaitAsync(Poll.Limit);
        await terminal.WaitForExitAsync().WaitAsync(Poll.Limit);

        Assert.Equal(0, terminal.ExitCode);
        Assert.Contains("stopping", last.Trim().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal("store stopped", checkout.Notes[^1]);
        Assert.DoesNotContain(processes.Values, RunningProcess.IsAlive);
    }

    private static void Signal(Process program, int signal) => Assert.Equal(0, SendSignal(program.Id, signal));

    private async Task KilledAfterAsync(string sql)
    {
        using var program = Start(["postgres", "--fast", "--folder", folder.Main]);
        var address = await program.StandardOutput.ReadLineAsync();
        await ExecuteAsync(address!, sql);
        var note = Directory.GetFiles(folder.Main, "postmaster.pid", SearchOption.AllDirectories).Single();
        var server = PidFile.Parse(await File.ReadAllTextAsync(note))!;

        program.Kill();

        await Poll.UntilAsync(() => !RunningProcess.IsAlive(server.Process));
    }

    private static Process Start(string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "CommerceVideo.Sandbox.dll"), .. arguments]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static async Task ExecuteAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(address + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
