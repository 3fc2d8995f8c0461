using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Tests.Routing;

public sealed class RoutePlannerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ShotStart.Words, ShotMove.PushIn)]
    [InlineData(ShotStart.Picture, ShotMove.Walk)]
    public void Without_a_model_that_can_there_is_no_route(ShotStart start, ShotMove move) =>
        Assert.Empty(Plan(Shot() with { Start = start, Move = move }, Studio).Chosen);

    [Fact]
    public void Without_any_model_there_is_no_route() => Assert.Empty(Plan(Shot()).Chosen);

    private static ModelStanding Studio => new(StudioCard.Model, Connected: true, Allowed: true);

    private static RouteDecision Plan(Shot shot, params ModelStanding[] models) =>
        RoutePlanner.Plan(new RouteRequest(shot, Use.Page, Now, "knit"), models);

    private static Shot Shot() =>
        new("open", ShotStart.Picture, ShotMove.PushIn, 6, new AspectRatio(4, 5), Loop: true, "Come slowly closer.");
}
