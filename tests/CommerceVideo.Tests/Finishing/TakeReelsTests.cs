using CommerceVideo.Finishing;
using CommerceVideo.Media;

namespace CommerceVideo.Tests.Finishing;

public sealed class TakeReelsTests
{
    [Fact]
    public void A_take_is_opened_once_for_a_file_that_shows_it_forwards_and_again_where_the_file_goes_back()
    {
        var plan = Plan([new(0, 60, 45), new(1, 0, 90), new(0, 0, 60), new(0, 105, 30)]);

        var reels = TakeReels.Of(plan);

        Assert.Equal([(0, 60), (0, 0), (1, 0)], reels.Select(static reel => (reel.Take, reel.From)));
        Assert.Contains(
            "-threads 1 -ss 1.983333 -i file:a.mp4",
            FinishingCommand.Build(plan, "out").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Files_that_show_a_take_at_other_times_are_made_by_runs_of_their_own()
    {
        var (one, other) = (Plan([new(0, 0, 60), new(1, 0, 60)]), Plan([new(1, 0, 60), new(0, 0, 60)]));

        var groups = EncodeGroups.Of([one.Renditions[0], other.Renditions[0]]);

        Assert.Equal(2, groups.Count);
        Assert.Single(EncodeGroups.Of([one.Renditions[0], one.Renditions[0]]));
    }

    private static FinishingPlan Plan(CutPiece[] pieces)
    {
        var shown = new ShownFrame(new PixelBox(0, 0, 1080, 1920), Fitted: false);
        return new FinishingPlan(
            [TakeBuilder.Take("a.mp4"), TakeBuilder.Take("b.mp4")],
            30,
            [
                new RenditionPlan(
                    "file",
                    new FrameSize(1080, 1920),
                    pieces,
                    [.. pieces.Select(_ => shown)],
                    0,
                    ["meta.reels"]
                ),
            ],
            []
        );
    }
}
