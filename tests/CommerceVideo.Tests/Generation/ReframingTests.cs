using CommerceVideo.Generation;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Generation;

public sealed class ReframingTests
{
    private static readonly IReadOnlyList<Shot> Shots = ShotsInTwoShapes.All;

    [Fact]
    public void A_shot_of_its_own_is_always_filmed() => Assert.True(Reframing.IsFilmed(0, Shots, []));

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.42, false)]
    public void A_reframing_is_filmed_only_when_its_siblings_clip_costs_nothing(double price, bool filmed) =>
        Assert.Equal(
            filmed,
            Reframing.IsFilmed(
                3,
                Shots,
                [Attempts.Of(0, AttemptState.Planned, price: 9), Attempts.Of(1, AttemptState.Planned, (decimal)price)]
            )
        );

    [Fact]
    public void The_latest_attempt_of_the_sibling_decides() =>
        Assert.False(
            Reframing.IsFilmed(
                2,
                Shots,
                [
                    Attempts.Of(0, AttemptState.Planned, price: 1, number: 2),
                    Attempts.Of(0, AttemptState.Cancelled, number: 1),
                ]
            )
        );

    [Fact]
    public void A_reframing_is_made_with_its_siblings_model_and_no_other()
    {
        var onHand = new[] { Card("dear-1", 1), Card("studio-1", 0) };

        var models = Reframing.Models(2, Shots, [Attempts.Of(0, AttemptState.Planned)], onHand);

        Assert.Equal("studio-1", Assert.Single(models).Id);
        Assert.Same(onHand, Reframing.Models(0, Shots, [], onHand));
    }

    private static ModelOnHand Card(string id, decimal price) =>
        new(id, id, [ShotStart.Picture], [ShotMove.PushIn], price, "USD");
}
