using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace CommerceVideo.Jobs;

/// <summary>
/// Hands due rows to Quartz, a few at a time: never more than the live machines can run, so that the order among the rest
/// stays open for whoever is more urgent or whose turn it is.
/// </summary>
internal sealed partial class WorkPump(
    NpgsqlDataSource database,
    ISchedulerFactory schedulers,
    Waker waker,
    IOptions<JobOptions> options,
    TimeProvider time,
    ILogger<WorkPump> logger
) : BackgroundService
{
    // One pump at a time in the whole cluster: the counts it goes by must not move under it.
    private const long Lock = 0x434F4D4D50554D50;

    private readonly JobOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HandAsync(stoppingToken);
                await waker.WaitAsync(WorkQueue.NotifyChannel, _options.LookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Log.Failed(logger, problem);
                await Task.Delay(_options.LookEvery, time, stoppingToken);
            }
        }
    }

    private async Task HandAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!(bool)(await ScalarAsync(connection, "select pg_try_advisory_xact_lock($1)", ct, Lock))!)
        {
            return;
        }

        var now = time.GetUtcNow();
        await ScalarAsync(connection, WorkTable.Revive, ct, now);
        var machines = (long)(await ScalarAsync(connection, "select count(*) from qrtz_scheduler_state", ct))!;
        var handed = new List<HandedWork>();
        foreach (var (lane, each) in new[] { ("heavy", _options.Heavy), ("light", _options.Light) })
        {
            handed.AddRange(await TakeAsync(connection, lane, each * Math.Max(1, machines), now, ct));
        }

        if (handed.Count > 0)
        {
            using var enlisted = scheduler.EnlistTransaction(transaction);
            foreach (var work in handed)
            {
                await scheduler.ScheduleJob<WorkJob, HandedWork>(
                    work,
                    TimeSpan.Zero,
                    new OneOffJobOptions
                    {
                        Name = $"{work.Id}-{Guid.NewGuid():N}",
                        Group = "work",
                        RequestRecovery = true,
                    },
                    ct
                );
            }

            await transaction.CommitAsync(ct);
        }
        else
        {
            await transaction.CommitAsync(ct);
        }
    }

    private static async Task<List<HandedWork>> TakeAsync(
        NpgsqlConnection connection,
        string lane,
        long most,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var free = most - (long)(await ScalarAsync(connection, WorkTable.Busy, ct, lane))!;
        var taken = new List<HandedWork>();
        if (free <= 0)
        {
            return taken;
        }

        await using var command = Command(connection, WorkTable.Hand, now, lane, free);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            taken.Add(new HandedWork(reader.GetInt64(0), reader.GetInt32(1)));
        }

        return taken;
    }

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken ct,
        params object[] values
    )
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(ct);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The pump could not hand out work; it tries again")]
        public static partial void Failed(ILogger logger, Exception problem);
    }
}
