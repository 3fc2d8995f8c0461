using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing;

public sealed class GroundFillTests : IDisposable
{
    private const string Head = "#c83c28";

    private const string Foot = "#1e5ab4";

    private readonly TinyVideo _videos = new();

    public void Dispose() => _videos.Dispose();

    public static TheoryData<KitGround, (int, int, int), (int, int, int)> Grounds =>
        new()
        {
            { new KitGround(GroundStyle.Plain), (0xC8, 0x3C, 0x28), (0xC8, 0x3C, 0x28) },
            { new KitGround(GroundStyle.Gradient, To: Foot), (0xC8, 0x3C, 0x28), (0x1E, 0x5A, 0xB4) },
        };

    [Theory]
    [MemberData(nameof(Grounds))]
    public async Task A_frame_that_the_film_does_not_fill_stands_on_the_brand_s_ground(
        KitGround ground,
        (int, int, int) head,
        (int, int, int) foot
    )
    {
        var kit = new KitContent { Palette = new KitPalette(Ground: Head), Ground = ground };
        var source = await _videos.MakeAsync(
            "a.mp4",
            "size=540x960:rate=30:duration=6",
            filter: "drawbox=x=0:y=0:w=iw:h=ih:color=0xB4B0AC:t=fill"
        );
        var clip = new Clip(source, 540, 960, 30, 6, new FrameShare(0.07, 0.04, 0.86, 0.92), []);

        var outcome = await new Finisher(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner())).FinishAsync(
            new Footage([clip], [new Film(new AspectRatio(9, 16), [0])]),
            [Placements.Get("meta.feed")],
            PosterChoice.FirstFrame,
            _videos.Folder,
            CancellationToken.None,
            ground: GroundFill.Of(kit)
        );

        var file = Assert.Single(Assert.IsType<FinishOutcome.Finished>(outcome).Files);
        var size = file.Facts.Picture.Shown;
        foreach (var picture in new[] { file.Video, file.Poster.File })
        {
            var pixels = await PixelsAsync(picture, size);
            Near(head, pixels, size, x: 20, y: 4);
            Near(foot, pixels, size, x: 20, y: size.Height - 5);
            Near((0xB4, 0xB0, 0xAC), pixels, size, size.Width / 2, size.Height / 2);
        }
    }

    [Fact]
    public void A_ground_that_is_not_made_is_said_and_the_film_s_own_edges_are_taken()
    {
        var image = new KitContent { Ground = new KitGround(GroundStyle.Image, Image: "wall.png") };
        var colourless = new KitContent { Ground = new KitGround(GroundStyle.Plain) };

        Assert.Null(GroundFill.Of(image));
        Assert.Contains("not shown on films yet", GroundFill.Unmade(image), StringComparison.Ordinal);
        Assert.Contains("palette.ground", GroundFill.Unmade(colourless), StringComparison.Ordinal);
        Assert.Null(GroundFill.Unmade(new KitContent { Ground = new KitGround(GroundStyle.Blurred) }));
        Assert.Null(GroundFill.Unmade(KitContent.Empty));
    }

    private static void Near((int Red, int Green, int Blue) colour, byte[] pixels, FrameSize size, int x, int y)
    {
        var at = ((y * size.Width) + x) * 3;
        Assert.InRange(pixels[at] - colour.Red, -8, 8);
        Assert.InRange(pixels[at + 1] - colour.Green, -8, 8);
        Assert.InRange(pixels[at + 2] - colour.Blue, -8, 8);
    }

    private static async Task<byte[]> PixelsAsync(string file, FrameSize size)
    {
        var pixels = new byte[size.Pixels * 3];
        await TinyVideo.Ffmpeg.ReadAsync(
            new FfmpegCommand()
                .File(file)
                .With("-map", "0:v:0", "-frames:v", "1")
                .StandardOutput("-f", "rawvideo", "-pix_fmt", "rgb24"),
            TimeSpan.FromSeconds(30),
            async (output, token) => await output.ReadExactlyAsync(pixels, token),
            CancellationToken.None
        );
        return pixels;
    }
}
