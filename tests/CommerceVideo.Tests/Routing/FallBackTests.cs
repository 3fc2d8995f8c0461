using CommerceVideo.Routing;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Routing;

public sealed class FallBackTests
{
    private static readonly NextModel[] Route =
    [
        new("a", false),
        new("b", false),
        new("c", false),
        new("studio", true),
    ];

    private static readonly NextModel[] Only = [new("a", false), new("studio", true)];

    private static readonly FallBack Free = new(Pinned: false, Joined: false);

    private static readonly FallBack Pinned = new(Pinned: true, Joined: false);

    private static readonly FallBack Joined = new(Pinned: false, Joined: true);

    [Fact]
    public void The_next_of_the_route_that_was_not_tried_is_next() =>
        Assert.Equal("b", Free.Next(Route, [Ended("a")])?.Model);

    [Fact]
    public void While_one_is_unclear_only_the_studio_stands_in() =>
        Assert.Equal("studio", Free.Next(Route, [Ended("a", AttemptEnd.Unclear, billed: true)])?.Model);

    [Fact]
    public void After_one_billed_failure_one_more_is_bought_and_after_two_none()
    {
        Assert.Equal("b", Free.Next(Route, [Ended("a", billed: true)])?.Model);
        Assert.Equal("studio", Free.Next(Route, [Ended("a", billed: true), Ended("b", billed: true)])?.Model);
    }

    [Fact]
    public void After_one_clip_that_is_untrue_to_the_photo_one_more_model_is_tried_and_then_the_studio()
    {
        Assert.Equal("b", Free.Next(Route, [Ended("a", AttemptEnd.Untrue)])?.Model);
        Assert.Equal("studio", Free.Next(Route, [Ended("a", AttemptEnd.Untrue), Ended("b", AttemptEnd.Untrue)])?.Model);
    }

    [Fact]
    public void When_the_studio_was_tried_too_nobody_is_left() =>
        Assert.Null(Free.Next(Route, [.. Route.Select(static next => Ended(next.Model))]));

    [Theory]
    [InlineData(FailureKind.TimedOut, "a")]
    [InlineData(FailureKind.ProviderDown, "a")]
    [InlineData(FailureKind.ContentRefused, "studio")]
    [InlineData(FailureKind.OutOfCredit, "studio")]
    [InlineData(FailureKind.Retired, "studio")]
    public void A_model_that_was_asked_for_by_name_is_tried_again_where_that_may_help(FailureKind kind, string next) =>
        Assert.Equal(next, Pinned.Next(Only, [Ended("a", failure: kind)])?.Model);

    [Fact]
    public void It_is_tried_three_times_then_the_studio_stands_in_and_fails_for_good()
    {
        EndedAttempt[] twice = [Ended("a"), Ended("a")];

        Assert.Equal("a", Pinned.Next(Only, twice)?.Model);
        Assert.Equal("studio", Pinned.Next(Only, [.. twice, Ended("a")])?.Model);
        Assert.Null(Pinned.Next(Only, [.. twice, Ended("a"), Ended("studio")]));
    }

    [Fact]
    public void Of_a_provider_that_was_asked_for_another_model_comes_before_the_same_again() =>
        Assert.Equal("b", Pinned.Next(Route, [Ended("a")])?.Model);

    [Fact]
    public void A_join_that_does_not_hold_is_remade_once_by_the_model_that_filmed_it()
    {
        var broken = Ended("b", AttemptEnd.BrokenJoin, billed: true);

        Assert.Equal("b", Joined.Next(Route, [Ended("a"), broken])?.Model);
        Assert.Equal("a", Joined.Next(Route, [broken, Ended("b")])?.Model);
    }

    [Fact]
    public void A_join_is_not_remade_after_two_purchases()
    {
        var broken = Ended("b", AttemptEnd.BrokenJoin, billed: true);

        Assert.Equal("studio", Joined.Next(Route, [Ended("a", billed: true), broken])?.Model);
        Assert.Equal("studio", Joined.Next(Route, [broken, broken])?.Model);
    }

    [Theory]
    [InlineData(FailureKind.RateLimited, true)]
    [InlineData(FailureKind.Busy, true)]
    [InlineData(FailureKind.ProviderDown, false)]
    [InlineData(FailureKind.ContentRefused, false)]
    public void Only_what_passes_by_itself_is_waited_for(FailureKind kind, bool waits) =>
        Assert.Equal(waits, FallBack.IsWorthWaiting(kind));

    private static EndedAttempt Ended(
        string model,
        AttemptEnd end = AttemptEnd.NoClip,
        bool billed = false,
        FailureKind failure = FailureKind.Unknown
    ) => new(model, end, failure, billed);
}
