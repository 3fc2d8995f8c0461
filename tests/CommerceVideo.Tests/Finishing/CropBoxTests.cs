using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Finishing;

public sealed class CropBoxTests
{
    private static readonly AspectRatio Feed = new(4, 5);

    [Theory]
    [InlineData(1080, 1920, 1080, 1350)]
    [InlineData(810, 1440, 810, 1012)]
    [InlineData(540, 960, 540, 676)]
    [InlineData(1920, 1080, 864, 1080)]
    public void A_feed_crop_is_the_largest_even_one_the_clip_holds(int width, int height, int cropWidth, int cropHeight)
    {
        var size = CropBox.Largest(new FrameSize(width, height), Feed);

        Assert.Equal(new FrameSize(cropWidth, cropHeight), size);
    }

    [Fact]
    public void A_frame_of_the_wanted_shape_is_not_cut() =>
        Assert.Equal(
            new CropBox.Crop(new PixelBox(0, 0, 1080, 1350), Whole: true),
            CropBox.Keeping(new FrameSize(1080, 1350), Feed, new FrameShare(0, 0, 1, 1))
        );

    [Fact]
    public void Without_a_focus_the_middle_is_kept() =>
        Assert.Equal(new PixelBox(0, 284, 1080, 1350), CropBox.Keeping(new FrameSize(1080, 1920), Feed, null).Box);

    [Fact]
    public void A_product_low_in_the_frame_is_kept_whole()
    {
        var crop = CropBox.Keeping(new FrameSize(1080, 1920), Feed, new FrameShare(0.2, 0.35, 0.6, 0.65));

        Assert.Equal(new CropBox.Crop(new PixelBox(0, 570, 1080, 1350), Whole: true), crop);
    }

    [Fact]
    public void A_product_taller_than_the_crop_keeps_its_top() =>
        Assert.Equal(192, CropBox.Keeping(new FrameSize(1080, 1920), Feed, new FrameShare(0.2, 0.1, 0.6, 0.8)).Box.Y);

    [Fact]
    public void A_product_taller_than_the_crop_is_told() =>
        Assert.False(CropBox.Keeping(new FrameSize(1080, 1920), Feed, new FrameShare(0.2, 0.1, 0.6, 0.8)).Whole);

    [Fact]
    public void Any_crop_is_even_inside_near_its_ratio_and_keeps_what_fits()
    {
        var shares = Gen.Choose(0, 1000).Select(static n => n / 1000.0);
        var cases =
            from width in Gen.Choose(270, 1100).Select(static n => n * 2)
            from height in Gen.Choose(270, 1100).Select(static n => n * 2)
            from ratio in Gen.Elements(
                Feed,
                new(1, 1),
                new(9, 16),
                new(16, 9),
                new(2, 3),
                new(3, 4),
                new AspectRatio(4, 3)
            )
            from x in shares
            from y in shares
            from w in shares
            from h in shares
            select (new FrameSize(width, height), ratio, new FrameShare(x, y, w * (1 - x), h * (1 - y)));

        Prop.ForAll(
                cases.ToArbitrary(),
                static value =>
                {
                    var (frame, ratio, focus) = value;
                    var (box, whole) = CropBox.Keeping(frame, ratio, focus);
                    var even = ((box.X | box.Y | box.Width | box.Height) & 1) == 0;
                    var inside = box.X >= 0 && box.Y >= 0 && box.Right <= frame.Width && box.Bottom <= frame.Height;
                    var near = Math.Abs((double)box.Width / box.Height / ratio.Value - 1) <= 0.01;
                    // One even step of room is what alignment may need.
                    var fits =
                        focus.Width * frame.Width + 4 <= box.Width && focus.Height * frame.Height + 4 <= box.Height;
                    return even && inside && near && (whole || !fits);
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
