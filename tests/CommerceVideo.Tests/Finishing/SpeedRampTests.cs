using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Tests.Media.Video;

namespace CommerceVideo.Tests.Finishing;

public sealed class SpeedRampTests : IDisposable
{
    private readonly TinyVideo _videos = new();

    public void Dispose() => _videos.Dispose();

    [Theory]
    [InlineData(105, 70)]
    [InlineData(90, 60)]
    [InlineData(61, 31)]
    public void It_starts_with_the_first_frame_ends_with_the_last_and_slows_to_the_take_s_own_pace(int told, int shown)
    {
        var places = Enumerable.Range(0, told).Select(frame => SpeedRamp.Place(frame, told, shown)).ToList();

        var steps = places.Skip(1).Zip(places, static (after, before) => after - before).ToList();
        Assert.Equal(0, places[0], 9);
        Assert.Equal(shown - 1, places[^1], 9);
        Assert.All(steps, static step => Assert.InRange(step, 0, 1));
        Assert.All(steps.Skip(1).Zip(steps), static pair => Assert.True(pair.First >= pair.Second));
        Assert.InRange(steps[^1], 0.96, 1);
    }

    [Fact]
    public async Task Ffmpeg_shows_as_many_frames_as_were_promised()
    {
        var file = await _videos.MakeAsync("move.mp4", "size=64x64:rate=30:duration=3.5");
        using var frames = new MemoryStream();

        await TinyVideo.Ffmpeg.ReadAsync(
            new FfmpegCommand()
                .File(file)
                .StandardOutput(
                    "-vf",
                    $"{string.Join(',', SpeedRamp.Filters(105, 70, 30))},format=gray",
                    "-f",
                    "rawvideo"
                ),
            TimeSpan.FromMinutes(1),
            (output, ct) => output.CopyToAsync(frames, ct),
            CancellationToken.None
        );

        Assert.Equal(70 * new FrameSize(64, 64).Pixels, frames.Length);
    }
}
