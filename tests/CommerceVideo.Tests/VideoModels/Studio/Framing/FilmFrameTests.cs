using CommerceVideo.Media;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio.Framing;
using static CommerceVideo.Tests.VideoModels.Studio.Framing.FramingBuilder;

namespace CommerceVideo.Tests.VideoModels.Studio.Framing;

public sealed class FilmFrameTests
{
    [Fact]
    public void Where_there_is_room_every_move_is_one_that_is_seen()
    {
        var facts = Facts(1360, 1190, "9:16", open: true) with { Product = new PixelBox(330, 55, 658, 977) };

        foreach (var move in new[] { ShotMove.DetailToWhole, ShotMove.LightSweep, ShotMove.LiftOff })
        {
            Assert.Equal(new Canvas(720, 1280), FramingPlanner.Plan(facts, move).Canvas);
        }

        var reveal = FramingPlanner.Plan(facts, ShotMove.DetailToWhole);
        Assert.InRange(reveal.To.Width / reveal.From.Width, 1.1, 1.9);
    }

    [Theory]
    [InlineData(181, 56, 887, 1483, "9:16")]
    [InlineData(204, 0, 901, 1470, "9:16")]
    [InlineData(181, 56, 887, 1483, "4:5")]
    [InlineData(271, 0, 697, 1539, "4:5")]
    [InlineData(181, 56, 887, 1483, "3:4")]
    public void A_product_that_nearly_fits_a_scene_is_cut_a_little_before_ground_is_made_up(
        int x,
        int y,
        int width,
        int height,
        string ratio
    )
    {
        var facts = Facts(1200, 1600, ratio, open: false) with { Product = new PixelBox(x, y, width, height) };

        foreach (var move in Moves)
        {
            var plan = FramingPlanner.Plan(facts, move);
            Assert.False(plan.ReachesOutside(1200, 1600), $"{move}");
        }

        var push = FramingPlanner.Plan(facts, ShotMove.PushIn);
        Assert.InRange(push.From.Width / push.To.Width, 1.039, 1.101);
        Assert.True(Holds(push.To, Inner(facts.Product, 0.9)));
    }

    [Fact]
    public void A_product_far_too_wide_for_a_scene_is_cut_a_little_and_only_the_rest_is_made_up()
    {
        var facts = Facts(1200, 1600, "9:16", open: false) with { Product = new PixelBox(45, 86, 1058, 1424) };

        var plan = FramingPlanner.Plan(facts, ShotMove.PushIn);

        Assert.InRange(plan.From.Height - 1600, 1, 220);
        Assert.Equal(0, plan.From.Y, 6);
        Assert.True(Holds(plan.To, Inner(facts.Product, 0.9)));
    }

    [Fact]
    public void Above_someone_on_open_ground_the_ground_goes_on_and_below_the_frame_ends_with_the_picture()
    {
        var facts = Facts(1200, 1600, "9:16", open: true) with
        {
            Product = new PixelBox(152, 108, 902, 1134),
            Worn = true,
        };

        var plan = FramingPlanner.Plan(facts, ShotMove.PushIn);

        Assert.True(plan.From.Y < 0);
        Assert.Equal(1600, plan.From.Bottom, 6);
    }

    [Fact]
    public void A_small_picture_gives_a_small_page_film_but_no_film_below_a_feeds_floor()
    {
        var facts = Facts(400, 500, "4:5", open: true);

        Assert.Equal(new Canvas(544, 680), FramingPlanner.Plan(facts, ShotMove.PushIn).Canvas);
        Assert.True(FramingPlanner.Plan(facts with { FollowsPicture = true }, ShotMove.PushIn).Canvas.Width <= 400);
    }
}
