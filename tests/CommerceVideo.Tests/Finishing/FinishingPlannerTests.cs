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
    public void A_shape_that_cuts_the_product_is_told()
    {
        var plan = Plan(
            [TakeBuilder.Take(frames: 360, focus: new FrameShare(0.1, 0.05, 0.8, 0.9))],
            [Placements.Get("meta.feed")]
        );

        Assert.Equal(["meta.feed: a 4:5 frame cannot hold the whole product of this clip."], plan.Warnings);
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

        var plan = FinishingPlanner.Plan(takes, [Placements.Get("meta.reels")], PosterChoice.Whole(shots));

        Assert.Equal(299, plan.Renditions[0].PosterFrame);
    }

    private static FinishingPlan Plan(IReadOnlyList<FilmedTake> takes, IReadOnlyList<Placement> placements) =>
        FinishingPlanner.Plan(takes, placements, PosterChoice.FirstFrame);

    private static Shot Shot(ShotMove move) =>
        new("shot", ShotStart.Picture, move, 3, new AspectRatio(9, 16), Loop: false, "");
}
