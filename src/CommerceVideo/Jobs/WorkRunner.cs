using Microsoft.Extensions.Options;

namespace CommerceVideo.Jobs;

/// <summary>Runs one work row: claims it, counts the attempt, keeps the lease alive, and books how it ended.</summary>
internal sealed partial class WorkRunner(
    WorkTable table,
    WorkQueue queue,
    IServiceScopeFactory scopes,
    IOptions<JobOptions> options,
    TimeProvider time,
    IHostApplicationLifetime life,
    ILogger<WorkRunner> logger
)
{
    private readonly JobOptions _options = options.Value;

    /// <param name="died">The run whose machine is known to be dead, so that its lease need not run out first.</param>
    public async Task RunAsync(long id, int? died, CancellationToken ct)
    {
        if (await table.ClaimAsync(id, _options.Lease, died, ct) is not { } work)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var step = scope.ServiceProvider.GetRequiredKeyedService<IWorkStep>(work.Kind);
        var run = new WorkRun(work.Id, work.Kind, work.Key, work.Shop, work.Attempt, work.Lease, queue);
        if (work.Attempt > _options.MostAttempts)
        {
            await ParkAsync(work, run, "It stopped the worker each time it was tried. See the worker's log.", ct);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        var renewing = RenewAsync(work, stop);
        try
        {
            var outcome = await step.RunAsync(run, stop.Token);
            await EndAsync(work, run, outcome);
        }
        catch (LeaseLostException problem)
        {
            Log.LeaseLost(logger, work.Kind, work.Key, problem);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await table.PostponeAsync(work, TimeSpan.Zero, counted: false, reason: null, CancellationToken.None);
        }
        catch (Exception problem)
        {
            Log.Failed(logger, work.Kind, work.Key, work.Attempt, problem);
            await EndAsync(work, run, new WorkOutcome.Retry($"It failed unexpectedly ({problem.GetType().Name})."));
        }
        finally
        {
            await stop.CancelAsync();
            await renewing;
        }
    }

    private async Task EndAsync(ClaimedWork work, WorkRun run, WorkOutcome outcome)
    {
        // The result stands whatever is being shut down: booking it is short and must not be cut.
        var ct = CancellationToken.None;
        switch (outcome)
        {
            case WorkOutcome.Done:
                await table.FinishAsync(work, ct);
                break;
            case WorkOutcome.Snooze snooze:
                await table.PostponeAsync(work, snooze.For, counted: false, reason: null, ct);
                break;
            case WorkOutcome.Away away:
                await table.PostponeAsync(work, _options.WhenAway, counted: false, away.Reason, ct);
                break;
            case WorkOutcome.Retry retry when work.Attempt < _options.MostAttempts:
                var wait = _options.FirstBackOff * Math.Pow(2, work.Attempt - 1);
                await table.PostponeAsync(work, wait, counted: true, retry.Reason, ct);
                break;
            case WorkOutcome.Retry retry:
                await ParkAsync(work, run, retry.Reason, ct);
                break;
            case WorkOutcome.Park park:
                await ParkAsync(work, run, park.Reason, ct);
                break;
        }
    }

    private async Task ParkAsync(ClaimedWork work, WorkRun run, string reason, CancellationToken ct)
    {
        Log.Parked(logger, work.Kind, work.Key, reason);

        // Its own scope: what the failed run tracked must not be saved with the reason.
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredKeyedService<IWorkStep>(work.Kind).ParkedAsync(run, reason, ct);
        await table.ParkAsync(work, reason, ct);
    }

    private async Task RenewAsync(ClaimedWork work, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_options.Lease / 3, time, stop.Token);
                if (!await table.RenewAsync(work, _options.Lease, stop.Token))
                {
                    await stop.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
        catch (Npgsql.NpgsqlException problem)
        {
            // Without a lease nothing may be saved: the run ends and is taken up again.
            Log.LeaseLost(logger, work.Kind, work.Key, problem);
            await stop.CancelAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Kind} {Key} failed in attempt {Attempt}")]
        public static partial void Failed(ILogger logger, string kind, string key, int attempt, Exception problem);

        [LoggerMessage(2, LogLevel.Warning, "{Kind} {Key} lost its lease")]
        public static partial void LeaseLost(ILogger logger, string kind, string key, Exception problem);

        [LoggerMessage(3, LogLevel.Error, "{Kind} {Key} is parked: {Reason}")]
        public static partial void Parked(ILogger logger, string kind, string key, string reason);
    }
}
