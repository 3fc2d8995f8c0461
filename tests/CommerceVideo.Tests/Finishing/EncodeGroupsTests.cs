using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Media;

namespace CommerceVideo.Tests.Finishing;

public sealed class EncodeGroupsTests
{
    private static readonly FilmedTake[] Takes =
    [
        TakeBuilder.Take("a", frames: 195),
        TakeBuilder.Take("b", frames: 195),
        TakeBuilder.Take("a-wide", width: 1920, height: 1080, frames: 195),
        TakeBuilder.Take("b-wide", width: 1920, height: 1080, frames: 195),
        TakeBuilder.Take("a-feed", height: 1350, frames: 195),
        TakeBuilder.Take("b-feed", height: 1350, frames: 195),
        TakeBuilder.Take("a-tall", height: 1620, frames: 195),
        TakeBuilder.Take("b-tall", height: 1620, frames: 195),
    ];

    private static readonly Film[] Films =
    [
        new(new AspectRatio(9, 16), [0, 1]),
        new(new AspectRatio(16, 9), [2, 3]),
        new(new AspectRatio(4, 5), [4, 5]),
        new(new AspectRatio(2, 3), [6, 7]),
    ];

    private readonly FinishingPlan _plan = FinishingPlanner.Plan(
        Takes,
        Films,
        UsePlacements.All(CommerceVideo.Briefs.Use.Social),
        PosterChoice.FirstFrame
    );

    [Fact]
    public void Eleven_placements_are_five_encodes()
    {
        Assert.Equal(
            [
                "1080x1350 meta.feed",
                "1080x1920 meta.reels, meta.stories, tiktok.feed, youtube.shorts",
                "1920x1080 meta.in-stream, youtube.in-stream, google.demand-gen, google.performance-max",
                "1080x1620 pinterest.standard",
                "1080x1920 snapchat.single-video",
            ],
            _plan.Renditions.Select(static file => $"{file.Size} {string.Join(", ", file.Placements)}")
        );
        Assert.Equal([390, 390, 390, 390, 180], _plan.Renditions.Select(static file => file.Frames));
    }

    [Fact]
    public void Files_of_the_same_film_stand_in_one_group_and_no_group_takes_more_than_three_files_worth_of_memory()
    {
        var groups = EncodeGroups.Of(_plan.Renditions);

        Assert.Equal(_plan.Renditions.Order(ByName), groups.SelectMany(static group => group).Order(ByName));
        Assert.All(
            groups,
            static group =>
            {
                Assert.InRange(group.Count, 1, EncodeGroups.Most);
                Assert.InRange(group.Sum(static file => file.Size.Pixels), 1, 1080L * (1920 + 1350 + 1080));
            }
        );
    }

    [Fact]
    public void A_group_opens_only_the_clips_it_shows()
    {
        var feed = _plan.Only([_plan.Renditions[0]]);

        Assert.Equal(["a-feed", "b-feed"], feed.Takes.Select(static take => take.Clip.File));
        Assert.Equal([0, 1], feed.Renditions[0].Pieces.Select(static piece => piece.Take));
        Assert.DoesNotContain("a-wide", FinishingCommand.Build(feed, "o").ToString(), StringComparison.Ordinal);
    }

    private static Comparer<RenditionPlan> ByName { get; } =
        Comparer<RenditionPlan>.Create(static (one, other) => string.CompareOrdinal(one.Name, other.Name));
}
