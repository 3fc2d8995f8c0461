using CommerceVideo.Media;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Framing;

namespace CommerceVideo.Tests.VideoModels.Studio.Framing;

public sealed class FramingPlannerTests
{
    private static readonly (int Width, int Height)[] Pictures =
    [
        (1200, 1600),
        (400, 533),
        (1600, 1067),
        (1360, 1190),
        (220, 1956),
        (2400, 260),
        (4000, 6000),
    ];

    private static readonly string[] Ratios = ["9:16", "4:5", "3:4", "1:1", "2:3", "16:9"];

    private static readonly ShotMove[] Moves =
    [
        ShotMove.PushIn,
        ShotMove.PullOut,
        ShotMove.PanLeft,
        ShotMove.PanRight,
        ShotMove.TiltUp,
        ShotMove.TiltDown,
        ShotMove.DetailToWhole,
        ShotMove.LightSweep,
        ShotMove.LiftOff,
    ];

    public static TheoryData<int, int, string, bool> Cases()
    {
        var cases = new TheoryData<int, int, string, bool>();
        foreach (var (width, height) in Pictures)
        {
            foreach (var ratio in Ratios)
            {
                cases.Add(width, height, ratio, true);
                cases.Add(width, height, ratio, false);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_move_ever_enlarges_the_picture_or_bends_it(int width, int height, string ratio, bool open)
    {
        foreach (var move in Moves)
        {
            var plan = FramingPlanner.Plan(Facts(width, height, ratio, open), move);

            Assert.InRange(plan.Canvas.Width / plan.TightestWidth, 0, 1.000001);
            foreach (var view in new[] { plan.From, plan.To })
            {
                Assert.Equal((double)plan.Canvas.Width / plan.Canvas.Height, view.Width / view.Height, 6);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_product_is_whole_at_both_ends_of_every_move_that_shows_it_whole_or_nearly_so_in_a_scene(
        int width,
        int height,
        string ratio,
        bool open
    )
    {
        var facts = Facts(width, height, ratio, open);
        var box = open ? facts.Product : Inner(facts.Product, 0.9);

        foreach (var move in new[] { ShotMove.PushIn, ShotMove.PullOut, ShotMove.LightSweep, ShotMove.LiftOff })
        {
            var plan = FramingPlanner.Plan(facts, move);

            Assert.True(Holds(plan.From, box), $"{move} starts with {plan.From}");
            Assert.True(Holds(plan.To, box), $"{move} ends with {plan.To}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Over_a_pan_a_tilt_or_a_reveal_the_whole_product_is_seen(int width, int height, string ratio, bool open)
    {
        var facts = Facts(width, height, ratio, open);
        var box = open ? facts.Product : Inner(facts.Product, 0.9);

        foreach (var move in Moves)
        {
            Assert.True(Holds(FramingPlanner.Plan(facts, move).Seen, box), $"{move}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_moves_over_one_picture_in_one_shape_have_one_canvas(int width, int height, string ratio, bool open)
    {
        var facts = Facts(width, height, ratio, open);

        Assert.Single(Moves.Select(move => FramingPlanner.Plan(facts, move).Canvas).Distinct());
    }

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

    [Fact]
    public void A_scene_large_enough_fills_the_frame_with_a_push_of_at_least_six_percent()
    {
        var facts = Facts(1200, 1600, "9:16", open: false);

        var plan = FramingPlanner.Plan(facts, ShotMove.PushIn);

        Assert.Equal(new Canvas(810, 1440), plan.Canvas);
        Assert.False(plan.ReachesOutside(1200, 1600));
        Assert.InRange(plan.From.Width / plan.To.Width, 1.06, 1.101);
    }

    [Fact]
    public void A_small_picture_keeps_its_size_inside_the_smallest_frame()
    {
        var plan = FramingPlanner.Plan(Facts(400, 533, "9:16", open: false), ShotMove.PushIn);

        Assert.Equal(new Canvas(540, 960), plan.Canvas);
        Assert.True(plan.Seen.Width >= 540);
        Assert.True(Holds(plan.Seen, new PixelBox(0, 0, 400, 533)));
    }

    [Fact]
    public void Surroundings_made_for_a_scene_go_below_the_picture()
    {
        var facts = Facts(1200, 1600, "9:16", open: false) with { Product = new PixelBox(60, 100, 1080, 1400) };

        var plan = FramingPlanner.Plan(facts, ShotMove.PushIn);

        Assert.Equal(0, plan.From.Y, 6);
        Assert.True(plan.From.Bottom > 1600);
    }

    [Fact]
    public void A_product_cut_off_by_the_photo_stays_at_the_frames_edge()
    {
        var facts = Facts(1600, 1000, "9:16", open: true) with { Product = new PixelBox(400, 300, 800, 700) };

        var plan = FramingPlanner.Plan(facts, ShotMove.PushIn);

        Assert.Equal(1000, plan.From.Bottom, 6);
    }

    [Fact]
    public void On_open_ground_the_product_stands_in_the_middle_band_of_an_upright_frame()
    {
        var facts = Facts(1600, 1067, "9:16", open: true);

        var plan = FramingPlanner.Plan(facts, ShotMove.PushIn);
        var focus = ProductFocus.Over(facts.Product, plan);

        Assert.InRange(focus.Y, 0.15, 0.85);
        Assert.InRange(focus.Y + focus.Height, 0.15, 0.85);
        Assert.Equal(0.5, focus.X + (focus.Width / 2), 1);
    }

    private static FramingFacts Facts(int width, int height, string ratio, bool open) =>
        new(
            width,
            height,
            new PixelBox(width / 5, height / 5, width * 3 / 5, height * 3 / 5),
            ProductKnown: true,
            open,
            AspectRatio.Parse(ratio)
        );

    /// <summary>The middle of a box, this share of it along each side.</summary>
    private static PixelBox Inner(PixelBox box, double share)
    {
        var (width, height) = ((int)(box.Width * share), (int)(box.Height * share));
        return new PixelBox(
            box.X + ((box.Width - width + 1) / 2),
            box.Y + ((box.Height - height + 1) / 2),
            width,
            height
        );
    }

    private static bool Holds(View view, PixelBox box) =>
        view.X <= box.X + 1e-6
        && view.Y <= box.Y + 1e-6
        && view.Right >= box.Right - 1e-6
        && view.Bottom >= box.Bottom - 1e-6;
}
