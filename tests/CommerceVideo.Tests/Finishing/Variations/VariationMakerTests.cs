using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class VariationMakerTests : IDisposable
{
    private readonly TinyVideo _videos = new();

    public void Dispose() => _videos.Dispose();

    [Fact]
    public async Task A_film_is_cut_anew_in_each_rhythm_keeps_its_placements_rules_and_shows_nothing_twice()
    {
        string[] looks = ["null", "negate", "hflip,hue=h=120"];
        var clips = await Task.WhenAll(looks.Select((look, at) => ClipAsync($"{at}.mp4", look)));
        VariationTemplate[] templates =
        [
            new() { Name = "calm", Takes = [0, 1, 2] },
            new() { Name = "calm again", Takes = [0, 1, 2] },
            new()
            {
                Name = "quick",
                Takes = [0, 1, 2],
                Rhythm = Rhythm.Quick,
            },
            new()
            {
                Name = "pulse",
                Takes = [2, 0, 1],
                Rhythm = Rhythm.Pulse,
            },
            new() { Name = "a fourth take", Takes = [3] },
        ];
        var maker = new VariationMaker(
            new Finisher(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner())),
            TinyVideo.Ffmpeg
        );

        var made = Assert.IsType<VariationOutcome.Made>(
            await maker.MakeAsync(
                new Footage(clips, [new Film(new AspectRatio(9, 16), [0, 1, 2])]),
                Placements.Get("meta.reels"),
                templates,
                count: 3,
                _videos.Folder,
                CancellationToken.None
            )
        );

        Assert.Equal(["calm", "quick", "pulse"], made.Files.Select(static one => one.Name));
        Assert.All(made.Files, static one => Assert.Equal(225, one.File.Facts.Timing.Frames));
        Assert.All(made.Files, static one => Assert.True(one.File.Placements.All(static p => p.Judgement.Ok)));
        Assert.Equal(3, made.Files.Select(static one => one.File.Sha256).Distinct().Count());
        Assert.Equal(("calm again", "calm"), (made.Distances.Refused[0].Name, made.Distances.Refused[0].Of));
        Assert.Equal("a fourth take", Assert.Single(made.LeftOut).Template);
    }

    private async Task<Clip> ClipAsync(string name, string look)
    {
        var file = await _videos.MakeAsync(name, "size=540x960:rate=30:duration=2.5", filter: look);
        return new Clip(file, 540, 960, 30, 2.5, Focus: null, []);
    }
}
