using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.Tests.VideoModels.Studio.Cameras;

public sealed class CameraPathTests
{
    private static readonly View Wide = new(0, 0, 900, 1600);
    private static readonly View Tight = new(60, 40, 810, 1440);

    [Fact]
    public void A_zoom_holds_one_point_of_the_picture_still()
    {
        var path = new CameraPath(Wide, Tight, Loop: false);
        var (x, y) = (60 / 90.0 * 900, 40 / 160.0 * 1600);

        for (var progress = 0.0; progress <= 1; progress += 0.125)
        {
            var view = path.Between(progress);

            Assert.Equal(x / 900, (x - view.X) / view.Width, 9);
            Assert.Equal(y / 1600, (y - view.Y) / view.Height, 9);
        }
    }

    [Fact]
    public void A_zoom_changes_size_by_the_same_share_in_the_same_time()
    {
        var path = new CameraPath(Wide, Tight, Loop: false);

        Assert.Equal(
            path.Between(0.25).Width / path.Between(0).Width,
            path.Between(1).Width / path.Between(0.75).Width,
            9
        );
    }

    [Fact]
    public void The_frame_after_a_loops_last_is_its_first_and_no_step_there_is_larger_than_its_neighbours()
    {
        const int Frames = 180;
        var path = new CameraPath(Wide, Tight, Loop: true);

        var seam = Math.Abs(path.At(Frames, Frames).Width - path.At(Frames - 1, Frames).Width);
        var before = Math.Abs(path.At(Frames - 1, Frames).Width - path.At(Frames - 2, Frames).Width);

        Assert.Equal(path.At(0, Frames).Width, path.At(Frames, Frames).Width, 9);
        Assert.InRange(seam, 0, before);
    }

    [Fact]
    public void A_move_without_end_points_in_zoom_goes_straight()
    {
        var path = new CameraPath(Wide, Wide with { X = 100 }, Loop: false);

        Assert.Equal(new View(50, 0, 900, 1600), path.Between(0.5));
    }
}
