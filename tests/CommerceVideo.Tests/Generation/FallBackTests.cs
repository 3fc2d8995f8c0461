using CommerceVideo.Generation;
using CommerceVideo.VideoModels;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Generation;

public sealed class FallBackTests
{
    private static readonly NextModel[] Route =
    [
        new("a", false),
        new("b", false),
        new("c", false),
        new("studio", true),
    ];

    [Fact]
    public void The_next_of_the_route_that_was_not_tried_is_next() =>
        Assert.Equal("b", FallBack.Next(Route, [Ended("a")])?.Model);

    [Fact]
    public void While_one_is_unclear_only_the_studio_stands_in() =>
        Assert.Equal("studio", FallBack.Next(Route, [Ended("a", AttemptState.Unclear, billed: true)])?.Model);

    [Fact]
    public void After_one_billed_failure_one_more_is_bought_and_after_two_none()
    {
        Assert.Equal("b", FallBack.Next(Route, [Ended("a", billed: true)])?.Model);
        Assert.Equal("studio", FallBack.Next(Route, [Ended("a", billed: true), Ended("b", billed: true)])?.Model);
    }

    [Fact]
    public void After_one_clip_that_is_untrue_to_the_photo_one_more_model_is_tried_and_then_the_studio()
    {
        var untrue = Ended("a") with { Untrue = true };

        Assert.Equal("b", FallBack.Next(Route, [untrue])?.Model);
        Assert.Equal("studio", FallBack.Next(Route, [untrue, untrue with { Model = "b" }])?.Model);
    }

    [Fact]
    public void When_the_studio_was_tried_too_nobody_is_left() =>
        Assert.Null(FallBack.Next(Route, [.. Route.Select(static next => Ended(next.Model))]));

    [Theory]
    [InlineData(new double[] { }, 0)]
    [InlineData(new[] { 0.3 }, 0.3)]
    [InlineData(new[] { 0.3, 0.2, 0.5, 0.0 }, 0.8)]
    public void The_worst_case_is_the_first_and_the_dearest_after_it(double[] prices, double worst) =>
        Assert.Equal((decimal)worst, FallBack.WorstCase([.. prices.Select(static price => (decimal)price)]));

    [Fact]
    public void Whatever_becomes_of_them_two_are_bought_at_most_and_none_after_an_unclear_one() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                static fates =>
                {
                    // Each fails and costs nothing, fails and is billed, or stays unclear.
                    NextModel[] route =
                    [
                        .. fates.Select(static (_, at) => new NextModel($"{at}", false)),
                        new("studio", true),
                    ];
                    var ended = new List<EndedAttempt>();
                    var afterUnclear = false;
                    while (FallBack.Next(route, ended) is { LastResort: false } next)
                    {
                        afterUnclear |= ended.Exists(static one => one.State == AttemptState.Unclear);
                        var fate = fates[int.Parse(next.Model)] % 3;
                        ended.Add(Ended(next.Model, fate == 2 ? AttemptState.Unclear : AttemptState.Failed, fate > 0));
                    }

                    return !afterUnclear && ended.Count(static one => one.Billed) <= 2;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(FailureKind.RateLimited, true)]
    [InlineData(FailureKind.Busy, true)]
    [InlineData(FailureKind.ProviderDown, false)]
    [InlineData(FailureKind.ContentRefused, false)]
    public void Only_what_passes_by_itself_is_waited_for(FailureKind kind, bool waits) =>
        Assert.Equal(waits, FallBack.IsWorthWaiting(kind));

    private static EndedAttempt Ended(string model, AttemptState state = AttemptState.Failed, bool billed = false) =>
        new(model, state, FailureKind.Unknown, billed);
}
