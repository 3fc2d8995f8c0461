using CommerceVideo.Media;
using CommerceVideo.VideoModels.Studio.Framing;

namespace CommerceVideo.Tests.VideoModels.Studio.Framing;

public sealed class CanvasTests
{
    [Fact]
    public void Upright_screens_have_five_sizes_down_to_the_smallest_that_channels_take()
    {
        Canvas[] expected = [new(1080, 1920), new(900, 1600), new(810, 1440), new(720, 1280), new(540, 960)];

        Assert.Equal(expected, Canvas.Ladder(new AspectRatio(9, 16), followsPicture: false));
    }

    [Theory]
    [InlineData("4:5")]
    [InlineData("3:4")]
    [InlineData("1:1")]
    [InlineData("2:3")]
    [InlineData("4:3")]
    [InlineData("16:9")]
    [InlineData("1000:1333")]
    public void Sizes_are_even_fall_and_keep_the_ratio(string text)
    {
        var ratio = AspectRatio.Parse(text);

        var ladder = Canvas.Ladder(ratio, followsPicture: true);

        Assert.All(ladder, canvas => Assert.Equal((0, 0), (canvas.Width % 2, canvas.Height % 2)));
        Assert.All(ladder, canvas => Assert.InRange((double)canvas.Width / canvas.Height / ratio.Value, 0.995, 1.005));
        Assert.Equal(ladder.OrderByDescending(canvas => canvas.Width), ladder);
    }

    [Fact]
    public void A_rehearsal_is_half_as_large_and_still_even() =>
        Assert.Equal(new Canvas(404, 720), new Canvas(810, 1440).Scaled(0.5));
}
