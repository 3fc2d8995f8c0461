using CommerceVideo.Finishing.Variations;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;
using CommerceVideo.Tests.Media.Video;

namespace CommerceVideo.Tests.Finishing.Variations;

/// <summary>Pairs of films that a person calls one film, or two: drawn products, so that the measure is of what is seen.</summary>
public sealed class FilmPairsTests : IDisposable
{
    private const string Product =
        "drawbox=x=50:y=120:w=170:h=230:color=0xb02020:t=fill,drawbox=x=80:y=150:w=50:h=50:color=white:t=fill,";

    private static readonly PixelBox Hook = new(20, 40, 180, 60);

    private readonly TinyVideo _videos = new();

    public void Dispose() => _videos.Dispose();

    [Theory]
    [InlineData("the same, darker by a breath", "lutyuv=y=val-6", null)]
    [InlineData("a little closer", "crop=iw*0.95:ih*0.95,scale=270:480", null)]
    [InlineData("moved by a breath", "scroll=hpos=0.02", null)]
    [InlineData(
        "other words in the same place",
        "null",
        "drawbox=x=30:y=50:w=150:h=18:color=white:t=fill,drawbox=x=30:y=76:w=60:h=18:color=white:t=fill"
    )]
    public async Task What_a_person_calls_the_same_film_is_near(string pair, string change, string? words)
    {
        var distance = await DistanceAsync(change, words ?? Words);

        Assert.True(distance.Whole < FilmPrint.Near, $"{pair}: {distance}");
    }

    [Theory]
    [InlineData("a part of the product", "crop=iw*0.5:ih*0.5:60:120,scale=270:480", "middle")]
    [InlineData("on a panel of colour", "scale=200:354,pad=270:480:35:120:0x14324f", "panel")]
    [InlineData("in other words, elsewhere, on another part", "crop=iw*0.6:ih*0.6:40:190,scale=270:480", "below")]
    public async Task What_a_person_calls_another_film_is_far(string pair, string change, string words)
    {
        var (box, drawn) = words switch
        {
            "middle" => (
                new PixelBox(30, 200, 200, 90),
                "drawbox=x=30:y=200:w=200:h=90:color=0x14324f:t=fill,drawbox=x=50:y=220:w=150:h=18:color=white:t=fill"
            ),
            "panel" => (new PixelBox(20, 40, 220, 60), "drawbox=x=40:y=55:w=190:h=26:color=white:t=fill"),
            _ => (
                new PixelBox(20, 250, 180, 60),
                "drawbox=x=20:y=250:w=180:h=60:color=0xfff4e0:t=fill,drawbox=x=40:y=270:w=130:h=14:color=black:t=fill"
            ),
        };

        var distance = await DistanceAsync(change, drawn, box);

        Assert.True(distance.Whole >= FilmPrint.Near, $"{pair}: {distance}");
    }

    private const string Words =
        "drawbox=x=30:y=50:w=110:h=18:color=white:t=fill,drawbox=x=30:y=76:w=150:h=18:color=white:t=fill";

    private async Task<FilmDistance> DistanceAsync(string change, string words, PixelBox? box = null)
    {
        var (one, other) = (
            await FilmAsync("one.mp4", "null", Words, Hook),
            await FilmAsync("other.mp4", change, words, box ?? Hook)
        );
        return one.DistanceTo(other);
    }

    private async Task<FilmPrint> FilmAsync(string name, string change, string words, PixelBox box)
    {
        var file = await _videos.MakeAsync(
            name,
            "size=270x480:rate=10:duration=5:color=0xe8e4de",
            generator: "color",
            filter: $"{Product}{change},{words}"
        );
        var hook = new Overlay("hook", "", box, 0, 3);
        return await new FilmPrints(TinyVideo.Ffmpeg).ReadAsync(
            file,
            new FrameSize(270, 480),
            [hook],
            CancellationToken.None
        );
    }
}
