using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Tests.Media.Colours;

public sealed class ColourTransformTests
{
    private static readonly ColourTransform Transform = new(
        1.08,
        -6.5,
        1.12,
        new ChromaShift(-3, 0.02),
        new ChromaShift(2.5, -0.03)
    );

    [Fact]
    public void It_is_two_filters_that_work_on_the_frame_as_it_is_coded() =>
        Assert.Equal(
            "lutyuv=y=clip(val*1.08+-6\\,16\\,235),"
                + "colorcorrect=bl=-0.008964:bh=0.008894:rl=0.010294:rh=-0.016492:saturation=1.12",
            Transform.Filters
        );

    [Theory]
    [InlineData(40, 118, 150)]
    [InlineData(126, 128, 128)]
    [InlineData(210, 140, 112)]
    public async Task What_ffmpeg_makes_of_a_colour_is_what_was_worked_out(int luma, int blue, int red)
    {
        var (wantedLuma, wantedBlue, wantedRed) = Transform.Apply(luma, blue, red);
        var made = new byte[16 * 16 * 3 / 2];

        await new FfmpegRunner().ReadAsync(
            new FfmpegCommand()
                .Generated($"color=c=black:s=16x16:r=25:d=0.04,format=yuv420p,geq=lum={luma}:cb={blue}:cr={red}")
                .With("-vf", Transform.Filters, "-frames:v", "1")
                .StandardOutput("-f", "rawvideo"),
            TimeSpan.FromSeconds(30),
            async (output, ct) => await output.ReadExactlyAsync(made, ct),
            CancellationToken.None
        );

        Assert.InRange(made[0] - wantedLuma, -0.51, 0.51);
        // The shift follows the luma that was rounded already.
        Assert.InRange(made[256] - wantedBlue, -0.55, 0.55);
        Assert.InRange(made[^1] - wantedRed, -0.55, 0.55);
    }
}
