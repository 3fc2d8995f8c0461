using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class CloserFrameTests
{
    private static readonly FrameSize Take = new(1080, 1920);

    private static readonly ShownFrame Whole = new(new PixelBox(0, 0, 1080, 1920), Fitted: false);

    [Fact]
    public void A_closer_frame_is_never_outside_and_never_cuts_the_product()
    {
        var random = new Random(7);
        var found = 0;
        for (var run = 0; run < 2000; run++)
        {
            var (width, height) = (random.NextDouble(), random.NextDouble());
            var focus = new FrameShare(
                random.NextDouble() * (1 - width),
                random.NextDouble() * (1 - height),
                width,
                height
            );
            if (CloserFrame.Of(Whole, Take, focus, 0.6 + (random.NextDouble() * 0.4)) is not { Box: var box })
            {
                continue;
            }

            found++;
            Assert.True(box.X >= 0 && box.Y >= 0 && box.X + box.Width <= 1080 && box.Y + box.Height <= 1920);
            Assert.True(box.X <= focus.X * 1080 && box.Y <= focus.Y * 1920);
            Assert.True(box.X + box.Width >= (focus.X + focus.Width) * 1080);
            Assert.True(box.Y + box.Height >= (focus.Y + focus.Height) * 1920);
            Assert.True((box.X | box.Y | box.Width | box.Height) % 2 == 0);
        }

        Assert.InRange(found, 100, 1999);
    }

    [Fact]
    public void Nobody_comes_closer_to_a_product_that_nobody_has_found() =>
        Assert.Null(CloserFrame.Of(Whole, Take, null, 0.85));

    [Fact]
    public void All_of_the_frame_is_what_is_shown_already() =>
        Assert.Equal(Whole, CloserFrame.Of(Whole, Take, null, 1));
}
