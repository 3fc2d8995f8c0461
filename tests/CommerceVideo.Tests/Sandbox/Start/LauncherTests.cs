using System.Diagnostics;
using System.Text.Json;
using CommerceVideo.Sandbox.Postgres;
using CommerceVideo.Sandbox.Start;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Sandbox.Start;

public sealed class LauncherTests
{
    [Fact]
    public async Task Everything_is_up_and_the_shop_has_opened_the_app_before_the_start_is_done()
    {
        using var fake = new FakeSystem();

        await using var system = await new Launcher(fake.WithOwnDatabase, TextWriter.Null).StartAsync(
            CancellationToken.None
        );

        Assert.Contains(fake.Notes, note => note.StartsWith("migrate started", StringComparison.Ordinal));
        Assert.Contains("web answered /?shop=dev-atelier.myshopify.com&id_token=t", fake.Notes);
        using var run = JsonDocument.Parse(await File.ReadAllTextAsync(RunFile.PathIn(fake.Options.Data)));
        var processes = run.RootElement.GetProperty("processes");
        foreach (var part in new[] { "launcher", "postgres", "store", "web", "worker" })
        {
            Assert.True(RunningProcess.IsAlive(processes.GetProperty(part).GetInt32()), part);
        }
    }

    [Fact]
    public async Task The_web_comes_up_while_the_schema_is_looked_at_and_the_worker_and_the_merchant_come_after()
    {
        using var fake = new FakeSystem(("FAKE_MIGRATION_WAITS_FOR", "web answered /health/ready"));

        await using var system = await new Launcher(fake.Options, TextWriter.Null).StartAsync(CancellationToken.None);

        var notes = fake.Notes.ToList();
        var migrated = notes.IndexOf("migrate ended");
        Assert.True(migrated > notes.IndexOf("web answered /health/ready"));
        Assert.True(migrated < notes.FindIndex(IsWorkerStart));
        Assert.True(
            migrated < notes.FindIndex(note => note.StartsWith("web answered /?shop", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_worker_that_dies_at_its_start_fails_the_start_in_its_own_words()
    {
        using var fake = new FakeSystem(("FAKE_WORKER_FAILS", "1"));

        var problem = await Assert.ThrowsAsync<LaunchException>(() =>
            new Launcher(fake.Options, TextWriter.Null).StartAsync(CancellationToken.None)
        );

        Assert.Contains("The worker ended at its start (exit 1)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("the queue is of another version", problem.Message, StringComparison.Ordinal);
        Assert.Equal("store stopped", fake.Notes[^1]);
    }

    [Fact]
    public async Task Stopping_ends_every_part_in_order_and_leaves_no_run_file()
    {
        using var fake = new FakeSystem();
        var system = await new Launcher(fake.WithOwnDatabase, TextWriter.Null).StartAsync(CancellationToken.None);
        var server = system.Database!.Process!.Value;

        await system.DisposeAsync();

        Assert.Equal("store stopped", fake.Notes[^1]);
        Assert.Contains("web stopped", fake.Notes);
        Assert.Contains("worker stopped", fake.Notes);
        Assert.False(RunningProcess.IsAlive(server));
        Assert.False(File.Exists(RunFile.PathIn(fake.Options.Data)));
    }

    [Fact]
    public async Task A_killed_worker_is_started_again_and_told()
    {
        using var fake = new FakeSystem();
        var says = new StringWriter();
        await using var system = await new Launcher(fake.Options, TextWriter.Synchronized(says)).StartAsync(
            CancellationToken.None
        );
        var first = system.Worker!.Child!.Id;

        Kill(first);
        await Poll.UntilAsync(() => system.Worker.Starts == 2 && fake.Notes.Any(IsWorkerStart));

        Assert.Contains("worker   ended", says.ToString(), StringComparison.Ordinal);
        await Poll.UntilAsync(() => WorkerInRunFile(fake) != first);
    }

    [Fact]
    public async Task A_killed_web_ends_the_run_with_its_name_and_its_log()
    {
        using var fake = new FakeSystem();
        await using var system = await new Launcher(fake.Options, TextWriter.Null).StartAsync(CancellationToken.None);
        var broken = system.BrokenAsync(CancellationToken.None);

        Kill(system.Web!.Id);

        Assert.Contains("The web ended", await broken.WaitAsync(TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_is_told_in_its_own_words_and_everything_is_taken_down()
    {
        using var fake = new FakeSystem(("FAKE_MIGRATION_FAILS", "1"));

        var problem = await Assert.ThrowsAsync<LaunchException>(() =>
            new Launcher(fake.Options, TextWriter.Null).StartAsync(CancellationToken.None)
        );

        Assert.Contains("column \"x\" exists", problem.Message, StringComparison.Ordinal);
        Assert.Equal("store stopped", fake.Notes[^1]);
    }

    [Fact]
    public async Task A_second_start_on_the_same_data_says_where_the_first_is()
    {
        using var fake = new FakeSystem();
        await using var first = await new Launcher(fake.Options, TextWriter.Null).StartAsync(CancellationToken.None);

        var problem = await Assert.ThrowsAsync<LaunchException>(() =>
            new Launcher(fake.Options, TextWriter.Null).StartAsync(CancellationToken.None)
        );

        Assert.Contains(
            $"(process {Environment.ProcessId}): {first.Addresses.Store}",
            problem.Message,
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(RunFile.PathIn(fake.Options.Data)));
    }

    private static bool IsWorkerStart(string note) => note.StartsWith("worker started", StringComparison.Ordinal);

    private static int WorkerInRunFile(FakeSystem fake)
    {
        using var run = JsonDocument.Parse(File.ReadAllText(RunFile.PathIn(fake.Options.Data)));
        return run.RootElement.GetProperty("processes").GetProperty("worker").GetInt32();
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }
}
