using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class PartFrameTests
{
    private static readonly FrameSize Take = new(1080, 1920);

    private static readonly ShownFrame Whole = new(new PixelBox(0, 0, 1080, 1920), Fitted: false);

    [Theory]
    [InlineData(0.1, 0.1, 0.8, 0.8)]
    [InlineData(0.05, 0.3, 0.92, 0.4)]
    public void A_part_is_cut_decisively_inside_the_frame_and_shows_the_end_it_is_named_for(
        double x,
        double y,
        double width,
        double height
    )
    {
        var focus = new FrameShare(x, y, width, height);
        var upright = height * 1920 >= width * 1080;
        foreach (var part in new[] { FramePart.Start, FramePart.Middle, FramePart.End })
        {
            var box = PartFrame.Of(Whole, Take, focus, part)!.Value.Box;

            var (from, shown) = upright ? (box.Y / 1920.0, box.Height / 1920.0) : (box.X / 1080.0, box.Width / 1080.0);
            var (start, extent) = upright ? (y, height) : (x, width);
            Assert.InRange(shown, 0.49, 0.63);
            Assert.True(shown <= 0.73 * extent, $"{part}: a strip would be cut off");
            Assert.True(box is { X: >= 0, Y: >= 0 } && box.X + box.Width <= 1080 && box.Y + box.Height <= 1920);
            Assert.True(part != FramePart.Start || from <= start, $"{box}");
            Assert.True(part != FramePart.End || from + shown >= start + extent, $"{box}");
        }
    }

    [Fact]
    public void A_small_product_has_no_part_to_show() =>
        Assert.Null(PartFrame.Of(Whole, Take, new FrameShare(0.3, 0.3, 0.4, 0.4), FramePart.Start));
}
