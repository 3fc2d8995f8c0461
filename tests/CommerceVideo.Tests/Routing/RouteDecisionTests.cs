using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Tests.Routing;

public sealed class RouteDecisionTests
{
    [Fact]
    public void The_model_of_the_first_shot_films_the_others_too_and_says_why()
    {
        var led = Decision("a", "b", "c").Leading("b");

        Assert.Equal(["b", "a", "c"], led.Chosen.Select(static place => place.Model.Id));
        Assert.Equal("same_look", led.Chosen[0].Reasons[0].Code);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("gone")]
    [InlineData(null)]
    public void A_route_that_it_leads_already_or_has_no_place_in_stays_as_it_is(string? model)
    {
        var decision = Decision("a", "b");

        Assert.Same(decision, decision.Leading(model));
    }

    private static RouteDecision Decision(params string[] models) =>
        new(default, Use.Social, null, [.. models.Select(Place)], []);

    private static RoutePlace Place(string model)
    {
        var shot = new Shot("open", ShotStart.Picture, ShotMove.PushIn, 3, new AspectRatio(9, 16), Loop: false, "");
        return new RoutePlace(Ordering.For(StudioCard.Model with { Id = model }, shot)!, 0.5, []);
    }
}
