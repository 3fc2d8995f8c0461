using System.Diagnostics;
using System.Globalization;

namespace CommerceVideo.Media.Ffmpeg;

/// <summary>
/// Runs <see cref="FfmpegCommand"/>s: both pipes drained, the end of what ffmpeg said kept, a time limit, and no process
/// left behind when the caller cancels, fails or is killed.
/// </summary>
public sealed class FfmpegRunner(string ffmpeg = "ffmpeg", TimeProvider? time = null)
{
    private const int TailLines = 40;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs to the end.</summary>
    /// <param name="progress">Told how much of the output, in time, is written.</param>
    /// <exception cref="FfmpegException">ffmpeg refused or failed.</exception>
    /// <exception cref="TimeoutException">It ran past <paramref name="limit"/>.</exception>
    public Task RunAsync(
        FfmpegCommand command,
        TimeSpan limit,
        CancellationToken ct,
        Action<TimeSpan>? progress = null
    ) =>
        RunAsync(
            ["-nostats", "-progress", "pipe:1", .. command.Arguments],
            limit,
            write: null,
            (output, token) => FollowAsync(output, progress, token),
            ct
        );

    /// <summary>Runs with <paramref name="write"/> filling standard input; closing is done here.</summary>
    public Task WriteAsync(
        FfmpegCommand command,
        TimeSpan limit,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken ct
    ) => RunAsync(command.Arguments, limit, write, read: null, ct);

    /// <summary>Runs with <paramref name="read"/> consuming standard output.</summary>
    public Task ReadAsync(
        FfmpegCommand command,
        TimeSpan limit,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken ct
    ) => RunAsync(command.Arguments, limit, write: null, read, ct);

    private async Task RunAsync(
        IEnumerable<string> arguments,
        TimeSpan limit,
        Func<Stream, CancellationToken, Task>? write,
        Func<Stream, CancellationToken, Task>? read,
        CancellationToken ct
    )
    {
        string[] quiet = write is null ? ["-nostdin"] : [];
        using var process = await ChildProcess.StartAsync(
            ffmpeg,
            ["-hide_banner", "-loglevel", "error", "-y", .. quiet, .. arguments],
            input: write is not null,
            output: read is not null
        );
        using var overtime = new CancellationTokenSource(limit, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, overtime.Token);
        var tail = KeepTailAsync(process.StandardError);
        try
        {
            var reading = read?.Invoke(process.StandardOutput.BaseStream, stop.Token) ?? Task.CompletedTask;
            var writing = write is null ? Task.CompletedTask : FeedAsync(process, write, stop.Token);
            await Task.WhenAll(reading, writing);
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException problem)
            when (overtime.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            await EndAsync(process);
            throw new TimeoutException($"ffmpeg ran past {limit}.", problem);
        }
        catch
        {
            await EndAsync(process);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new FfmpegException(process.ExitCode, await tail);
        }
    }

    private static async Task FeedAsync(
        Process process,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken ct
    )
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await write(input, ct);
        }
        catch (IOException) when (!ct.IsCancellationRequested)
        {
            // ffmpeg closed its end: its exit code and its words say why.
        }
    }

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static async Task<string> KeepTailAsync(StreamReader error)
    {
        var lines = new Queue<string>();
        while (await error.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
            if (lines.Count > TailLines)
            {
                lines.Dequeue();
            }
        }

        return string.Join('\n', lines);
    }

    private static async Task FollowAsync(Stream output, Action<TimeSpan>? progress, CancellationToken ct)
    {
        const string Position = "out_time_us=";
        using var reader = new StreamReader(output);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (
                line.StartsWith(Position, StringComparison.Ordinal)
                && long.TryParse(
                    line.AsSpan(Position.Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var microseconds
                )
            )
            {
                progress?.Invoke(TimeSpan.FromMicroseconds(microseconds));
            }
        }
    }
}
