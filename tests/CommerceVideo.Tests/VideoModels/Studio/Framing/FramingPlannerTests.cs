using CommerceVideo.Media;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio.Framing;
using static CommerceVideo.Tests.VideoModels.Studio.Framing.FramingBuilder;

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
}
