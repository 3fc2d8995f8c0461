using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Tests.Media.Ffmpeg;

public sealed class FfmpegRunnerTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FfmpegRunner _ffmpeg = new();

    [Fact]
    public async Task A_missing_input_is_told_in_ffmpegs_own_words()
    {
        var command = new FfmpegCommand().File("/nowhere/none.mp4").StandardOutput("-f", "null");

        var problem = await Assert.ThrowsAsync<FfmpegException>(() =>
            _ffmpeg.RunAsync(command, Minute, CancellationToken.None)
        );

        Assert.Contains("No such file", problem.Tail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_from_the_network_is_not_opened()
    {
        var command = new FfmpegCommand()
            .With("-protocol_whitelist", "file,pipe", "-i", "http://127.0.0.1:9/x.mp4")
            .StandardOutput("-f", "null");

        var problem = await Assert.ThrowsAsync<FfmpegException>(() =>
            _ffmpeg.RunAsync(command, Minute, CancellationToken.None)
        );

        Assert.Contains("whitelist", problem.Tail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Frames_written_in_come_out_again()
    {
        var frame = new byte[16 * 16];
        Array.Fill(frame, (byte)77);
        var command = new FfmpegCommand()
            .StandardInput("-f", "rawvideo", "-pix_fmt", "gray", "-s", "16x16", "-r", "30")
            .With("-frames:v", "1", "-f", "null")
            .StandardOutput();

        await _ffmpeg.WriteAsync(command, Minute, async (input, ct) => await input.WriteAsync(frame, ct), default);
    }

    [Fact]
    public async Task A_run_past_its_limit_is_ended_and_said_so()
    {
        var command = new FfmpegCommand().With("-re").Generated("testsrc2=duration=60").StandardOutput("-f", "null");

        await Assert.ThrowsAsync<TimeoutException>(() =>
            _ffmpeg.RunAsync(command, TimeSpan.FromMilliseconds(300), CancellationToken.None)
        );
    }
}
