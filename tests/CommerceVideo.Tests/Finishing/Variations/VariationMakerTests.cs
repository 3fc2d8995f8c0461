using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class VariationMakerTests : IDisposable
{
    private readonly TinyVideo _videos = new();

    public void Dispose() => _videos.Dispose();

    [Fact]
    public async Task A_film_is_told_anew_keeps_its_placement_s_rules_and_no_two_of_it_look_alike()
    {
        string[] looks = ["null", "negate", "hflip,hue=h=120"];
        var clips = await Task.WhenAll(looks.Select((look, at) => ClipAsync($"{at}.mp4", look)));
        var options = VariationPlannerTests.Shipped();
        options.Templates.Clear();
        var calm = new VariationTemplate
        {
            Hook = "closer",
            Opening = "as filmed",
            Crop = "full",
            Text = "plain",
        };
        options.Templates.Add(calm);
        options.Templates.Add(calm with { Card = Card.Tag });
        options.Templates.Add(calm with { Pace = Pace.Ramped });
        options.Templates.Add(
            calm with
            {
                Opening = "lower part",
                Crop = "panel above",
                Text = "inverted",
                Pace = Pace.Cuts,
            }
        );
        options.Templates.Add(calm with { Opening = "third shot", Text = "middle", Pace = Pace.Cuts });
        options.Templates.Add(calm with { Opening = "last shot" });
        var finisher = new Finisher(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner()));

        var made = Assert.IsType<VariationOutcome.Made>(
            await new VariationMaker(finisher, TinyVideo.Ffmpeg).MakeAsync(
                new Footage(clips, [new Film(new AspectRatio(9, 16), [0, 1, 2])]),
                Placements.Get("meta.reels"),
                options,
                count: 4,
                _videos.Folder,
                new FilmWords(WordKit.Plain, null),
                CancellationToken.None
            )
        );

        Assert.Equal(["as filmed", "lower part", "third shot"], made.Files.Select(static one => one.Axes.Opening));
        Assert.All(made.Files, static one => Assert.True(one.File.Placements.All(static p => p.Judgement.Ok)));
        Assert.Equal("ramped", Assert.Single(made.Distances.Refused).Name.Split("pace ")[1].Split('_')[0]);
        Assert.Equal(
            ["the product has no price to show", "the film has no take 4 to open with"],
            made.LeftOut.Select(static one => one.Why)
        );
        Assert.Empty(Directory.EnumerateFiles(_videos.Folder, "*.rgba"));
    }

    private async Task<Clip> ClipAsync(string name, string look)
    {
        var file = await _videos.MakeAsync(name, "size=540x960:rate=30:duration=2.5", filter: look);
        return new Clip(file, 540, 960, 30, 2.5, Focus: null, []);
    }
}
