using System.Collections.Concurrent;
using Npgsql;

namespace CommerceVideo.Jobs;

/// <summary>
/// Hears PostgreSQL's notifications, so that what is due starts in milliseconds on whichever machine. Only a hint: whoever
/// waits also looks by itself from time to time.
/// </summary>
internal sealed partial class Waker(NpgsqlDataSource database, TimeProvider time, ILogger<Waker> logger)
    : BackgroundService
{
    private static readonly string[] Channels = [WorkQueue.NotifyChannel, "delivery"];

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _bells = new(StringComparer.Ordinal);

    /// <summary>Returns when <paramref name="channel"/> was rung since the last wait, or after <paramref name="most"/>.</summary>
    public Task WaitAsync(string channel, TimeSpan most, CancellationToken ct) => Bell(channel).WaitAsync(most, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException problem)
            {
                Log.Deaf(logger, problem);
                await Task.Delay(Again, time, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => Ring(notification.Channel);
        foreach (var channel in Channels)
        {
            await using var listen = new NpgsqlCommand($"listen {channel}", connection);
            await listen.ExecuteNonQueryAsync(ct);
            Ring(channel);
        }

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private void Ring(string channel)
    {
        var bell = Bell(channel);
        if (bell.CurrentCount == 0)
        {
            try
            {
                bell.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody rang in the same moment.
            }
        }
    }

    private SemaphoreSlim Bell(string channel) => _bells.GetOrAdd(channel, static _ => new SemaphoreSlim(0, 1));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Not listening to the database for a moment; due work is found by looking")]
        public static partial void Deaf(ILogger logger, Exception problem);
    }
}
