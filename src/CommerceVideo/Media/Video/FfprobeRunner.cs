using System.Text.Json;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Media.Video;

/// <summary>Runs ffprobe on one local file and gives its JSON; null with the words it ended with when it refused.</summary>
public sealed class FfprobeRunner(string ffprobe = "ffprobe", TimeProvider? time = null)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <exception cref="TimeoutException">It ran past a minute.</exception>
    public async Task<(JsonDocument? Report, string Said)> RunAsync(
        string file,
        IReadOnlyList<string> options,
        CancellationToken ct
    )
    {
        using var process = await ChildProcess.StartAsync(
            ffprobe,
            [
                "-hide_banner",
                "-v",
                "error",
                "-of",
                "json=c=1",
                .. options,
                "-protocol_whitelist",
                "file",
                $"file:{file}",
            ],
            input: false,
            output: true
        );
        using var overtime = new CancellationTokenSource(Limit, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, overtime.Token);
        try
        {
            var said = process.StandardError.ReadToEndAsync(stop.Token);
            var report = await ParseAsync(process.StandardOutput.BaseStream, stop.Token);
            await process.WaitForExitAsync(stop.Token);
            return process.ExitCode == 0 ? (report, await said) : (null, await said);
        }
        catch (OperationCanceledException problem)
            when (overtime.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"ffprobe ran past {Limit}.", problem);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<JsonDocument?> ParseAsync(Stream output, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(output, cancellationToken: ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
