using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing;

public sealed class FinishingPlannerTests
{
    private static readonly Placement[] Social =
    [
        Placements.Get("meta.feed"),
        Placements.Get("meta.reels"),
        Placements.Get("tiktok.feed"),
    ];

    [Fact]
    public void A_small_clip_is_never_made_larger()
    {
        var plan = Plan([TakeBuilder.Take(width: 810, height: 1440, frames: 360)], Social);

        Assert.Equal(
            [new FrameSize(810, 1012), new FrameSize(810, 1440)],
            plan.Renditions.Select(static file => file.Size)
        );
    }

    [Fact]
    public void A_large_clip_is_brought_down_to_what_channels_aim_for()
    {
        var plan = Plan([TakeBuilder.Take(width: 2160, height: 3840)], [Placements.Get("meta.reels")]);

        Assert.Equal(new FrameSize(1080, 1920), plan.Renditions[0].Size);
    }

    [Fact]
    public void Takes_of_different_sizes_meet_at_the_smallest()
    {
        var plan = Plan(
            [TakeBuilder.Take("a.mp4"), TakeBuilder.Take("b.mp4", width: 900, height: 1600)],
            [Placements.Get("meta.reels")]
        );

        Assert.Equal(new FrameSize(900, 1600), plan.Renditions[0].Size);
        Assert.Contains("scale=900:1600", FinishingCommand.Build(plan, "o").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_video_keeps_the_shape_of_its_clip()
    {
        var plan = Plan([TakeBuilder.Take(width: 1600, height: 1200)], [Placements.Get("shopify.product")]);

        Assert.Equal(new FrameSize(1440, 1080), plan.Renditions[0].Size);
    }

    [Fact]
    public void A_clip_whose_product_a_shape_would_cut_is_shown_whole_in_it_and_that_is_told()
    {
        var plan = Plan(
            [TakeBuilder.Take(frames: 360, focus: new FrameShare(0.1, 0.05, 0.8, 0.9))],
            [Placements.Get("meta.feed")]
        );

        Assert.Equal(new ShownFrame(new PixelBox(0, 0, 1080, 1920), Fitted: true), plan.Renditions[0].Shown[0]);
        Assert.Equal(new FrameSize(1080, 1350), plan.Renditions[0].Size);
        Assert.StartsWith("meta.feed: a 4:5 frame cannot hold the whole product", Assert.Single(plan.Warnings));
    }

    [Fact]
    public void A_clip_of_nearly_the_shape_is_cut_all_the_same()
    {
        var plan = Plan(
            [TakeBuilder.Take(width: 1080, height: 1410, frames: 360, focus: new FrameShare(0, 0.01, 1, 0.965))],
            [Placements.Get("meta.feed")]
        );

        Assert.Equal(new ShownFrame(new PixelBox(0, 14, 1080, 1350), Fitted: false), plan.Renditions[0].Shown[0]);
    }

    [Fact]
    public void Each_placement_takes_the_film_nearest_to_its_shape_with_nothing_cut()
    {
        FilmedTake[] takes =
        [
            TakeBuilder.Take("a", frames: 180),
            TakeBuilder.Take("b", frames: 180),
            TakeBuilder.Take("a-4x5", height: 1350, frames: 180),
            TakeBuilder.Take("b-4x5", height: 1350, frames: 180),
        ];
        Film[] films = [new(new AspectRatio(9, 16), [0, 1]), new(new AspectRatio(4, 5), [2, 3])];

        var plan = FinishingPlanner.Plan(takes, films, Social, new PosterChoice(1, 0));

        Assert.Equal([2, 3], plan.Renditions[0].Pieces.Select(static piece => piece.Take));
        Assert.Equal([0, 1], plan.Renditions[1].Pieces.Select(static piece => piece.Take));
        Assert.Equal(["meta.reels", "tiktok.feed"], plan.Renditions[1].Placements);
        Assert.Equal([180, 180], plan.Renditions.Select(static file => file.PosterFrame));
        Assert.DoesNotContain("crop=", FinishingCommand.Build(plan, "o").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pace_that_channels_take_is_kept() =>
        Assert.Equal(24, Plan([TakeBuilder.Take(fps: 24)], [Placements.Get("meta.reels")]).Fps);

    [Fact]
    public void The_poster_of_a_cut_is_the_chosen_moment_of_the_chosen_take()
    {
        var shots = new[] { Shot(ShotMove.DetailToWhole), Shot(ShotMove.TiltUp), Shot(ShotMove.PullOut) };
        var takes = new[]
        {
            TakeBuilder.Take("a", frames: 100),
            TakeBuilder.Take("b", frames: 100),
            TakeBuilder.Take("c", frames: 100),
        };

        var plan = FinishingPlanner.Plan(
            takes,
            TakeBuilder.Film(takes),
            [Placements.Get("meta.reels")],
            PosterChoice.Whole(shots)
        );

        Assert.Equal(299, plan.Renditions[0].PosterFrame);
    }

    private static FinishingPlan Plan(IReadOnlyList<FilmedTake> takes, IReadOnlyList<Placement> placements) =>
        FinishingPlanner.Plan(takes, TakeBuilder.Film(takes), placements, PosterChoice.FirstFrame);

    private static Shot Shot(ShotMove move) =>
        new("shot", ShotStart.Picture, move, 3, new AspectRatio(9, 16), Loop: false, "");
}
