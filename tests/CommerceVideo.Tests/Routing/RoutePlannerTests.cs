using CommerceVideo.Media;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Routing;

public sealed class RoutePlannerTests
{
    [Fact]
    public void The_first_model_that_can_is_taken_and_the_others_stand_in_by_their_order()
    {
        var route = RoutePlanner.Plan(Shot(), [Model("a", price: 0.1m), Model("b"), Model("c", price: 0.2m)]);

        Assert.Equal("a", route?.Model);
        Assert.Equal(["b", "c"], route?.FallBacks);
        Assert.Equal("Model a comes first of the 3 models on hand that can make this shot.", route?.Why);
    }

    [Fact]
    public void A_model_that_cannot_start_from_this_or_move_so_is_passed_over()
    {
        var words = Model("words") with { Starts = [ShotStart.Words] };
        var still = Model("still") with { Moves = [ShotMove.PanLeft] };

        var route = RoutePlanner.Plan(Shot(), [words, still, Model("able")]);

        Assert.Equal("able", route?.Model);
        Assert.Empty(route!.FallBacks);
        Assert.Equal("Model able is the only model on hand that can make this shot, and it costs nothing.", route.Why);
    }

    [Theory]
    [InlineData(ShotStart.Words, ShotMove.PushIn)]
    [InlineData(ShotStart.Picture, ShotMove.Walk)]
    public void Without_a_model_that_can_there_is_no_route(ShotStart start, ShotMove move) =>
        Assert.Null(RoutePlanner.Plan(Shot() with { Start = start, Move = move }, [Model("a")]));

    [Fact]
    public void Without_any_model_there_is_no_route() => Assert.Null(RoutePlanner.Plan(Shot(), []));

    [Fact]
    public void A_price_is_never_called_nothing() =>
        Assert.DoesNotContain(
            "costs nothing",
            RoutePlanner.Plan(Shot(), [Model("a", price: 0.01m)])!.Why,
            StringComparison.Ordinal
        );

    private static Shot Shot() =>
        new("open", ShotStart.Picture, ShotMove.PushIn, 6, new AspectRatio(4, 5), Loop: true, "Come slowly closer.");

    private static ModelOnHand Model(string id, decimal price = 0) =>
        new(id, $"Model {id}", [ShotStart.Picture], [ShotMove.PushIn], price, "USD");
}
