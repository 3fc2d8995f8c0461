using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Shops;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CommerceVideo.Tests.Jobs;

public sealed class WorkRunnerTests : IAsyncLifetime
{
    private const string Kind = "test.step";

    private readonly StepScript _script = new();
    private WorkDesk _desk = null!;
    private ServiceProvider _services = null!;
    private Guid _shop;

    public async Task InitializeAsync()
    {
        _desk = await WorkDesk.OpenAsync();
        _shop = await _desk.ShopAsync();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddSingleton<TimeProvider>(_desk.Clock).AddSingleton(_desk.Rows).AddSingleton(_desk.Queue);
        services.AddSingleton<WorkTable>().AddSingleton<WorkRunner>().AddSingleton(_script);
        services.AddScoped(_ => _desk.Db());
        services.AddWorkStep<ScriptedStep>(Kind).Configure<JobOptions>(static options => options.MostAttempts = 3);
        _services = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_step_that_keeps_failing_is_tried_as_often_as_allowed_each_time_later_then_parked_with_its_reason()
    {
        _script.Run = static (_, _) => Task.FromResult<WorkOutcome>(new WorkOutcome.Retry("The shop is away."));

        await RunAsync();
        await RunAsync();
        Assert.Equal("due 2", await _desk.StateAsync("step"));
        Assert.Equal(4, await SecondsUntilDueAsync());
        await RunAsync();

        Assert.Equal("parked 3", await _desk.StateAsync("step"));
        Assert.Equal(["The shop is away."], _script.Parked);
        Assert.Equal("The shop is away.", await _desk.ReadAsync<string>("select reason from work"));
    }

    [Fact]
    public async Task An_exception_is_a_failed_attempt_whose_text_is_not_shown()
    {
        _script.Run = static (_, _) => throw new InvalidOperationException("secret-token-in-a-message");

        await RunAsync();

        Assert.Equal("due 1", await _desk.StateAsync("step"));
        var reason = await _desk.ReadAsync<string>("select reason from work");
        Assert.DoesNotContain("secret", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_is_never_given_up()
    {
        _script.Run = static (_, _) => Task.FromResult<WorkOutcome>(new WorkOutcome.Snooze(TimeSpan.FromSeconds(7)));

        for (var look = 0; look < 10; look++)
        {
            await RunAsync();
        }

        Assert.Equal("due 0", await _desk.StateAsync("step"));
        Assert.Equal(7, await SecondsUntilDueAsync());
        Assert.Empty(_script.Parked);
    }

    [Fact]
    public async Task A_step_that_kills_the_worker_each_time_is_parked_without_being_run_once_more()
    {
        var runs = 0;
        _script.Run = (_, _) => Task.FromResult(Interlocked.Increment(ref runs) > 0 ? WorkOutcome.Finished : null!);
        await _desk.AskAsync(new WorkRequest(Kind, "step", _shop));
        for (var death = 0; death < 3; death++)
        {
            await _desk.ClaimAsync("step", TimeSpan.FromSeconds(30));
            _desk.Clock.Move(TimeSpan.FromSeconds(31));
        }

        await RunAsync();

        Assert.Equal((0, "parked 4"), (runs, await _desk.StateAsync("step")));
        Assert.Single(_script.Parked);
    }

    [Fact]
    public async Task A_run_that_stood_still_and_was_taken_over_saves_nothing_and_its_work_is_not_asked_for()
    {
        Exception? thrown = null;
        _script.Run = async (run, db) =>
        {
            await _desk.Table.ClaimAsync(run.Id, TimeSpan.FromSeconds(30), died: run.Attempt, default);
            db.Shops.Add(NewShop("late.myshopify.com"));
            thrown = await Record.ExceptionAsync(() =>
                run.SaveAsync(db, default, new WorkRequest(Kind, "caused", _shop))
            );
            throw thrown!;
        };

        await RunAsync();

        Assert.IsType<LeaseLostException>(thrown);
        Assert.Equal("running 2", await _desk.StateAsync("step"));
        Assert.Equal(0, await _desk.ReadAsync<long>("select count(*) from shop where domain = 'late.myshopify.com'"));
        Assert.Equal(0, await _desk.ReadAsync<long>("select count(*) from work where key = 'caused'"));
    }

    [Fact]
    public async Task What_a_step_saves_and_the_work_it_causes_stand_or_fall_together()
    {
        _script.Run = async (run, db) =>
        {
            db.Shops.Add(NewShop("good.myshopify.com"));
            await run.SaveAsync(db, default, new WorkRequest(Kind, "caused", _shop));
            db.Shops.Add(NewShop("good.myshopify.com"));
            await run.SaveAsync(db, default, new WorkRequest(Kind, "not caused", _shop));
            return WorkOutcome.Finished;
        };

        await RunAsync();

        Assert.Equal("due 0", await _desk.StateAsync("caused"));
        Assert.Equal(0, await _desk.ReadAsync<long>("select count(*) from work where key = 'not caused'"));
        Assert.Equal("due 1", await _desk.StateAsync("step"));
    }

    private async Task RunAsync()
    {
        await _desk.AskAsync(new WorkRequest(Kind, "step", _shop));
        await _services.GetRequiredService<WorkRunner>().RunAsync(await _desk.IdAsync("step"), null, default);
    }

    private async Task<int> SecondsUntilDueAsync() =>
        (int)
            Math.Round(
                await _desk.ReadAsync<double>(
                    "select extract(epoch from due_at - $1)::float8 from work where key = 'step'",
                    _desk.Clock.GetUtcNow()
                )
            );

    private Shop NewShop(string domain) =>
        new()
        {
            Id = Guid.NewGuid(),
            Domain = domain,
            InstalledAt = _desk.Clock.GetUtcNow(),
        };
}

/// <summary>What the scripted step does, and what it was told.</summary>
internal sealed class StepScript
{
    public Func<WorkRun, AppDb, Task<WorkOutcome>> Run { get; set; } = (_, _) => Task.FromResult(WorkOutcome.Finished);

    public List<string> Parked { get; } = [];
}

internal sealed class ScriptedStep(AppDb db, StepScript script) : IWorkStep
{
    public Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct) => script.Run(run, db);

    public Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        script.Parked.Add(reason);
        return Task.CompletedTask;
    }
}
