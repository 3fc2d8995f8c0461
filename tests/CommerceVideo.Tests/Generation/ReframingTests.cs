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
        Assert.Equal("studio-1", Reframing.Model(2, Shots, [Attempts.Of(0, AttemptState.Planned)]));
        Assert.Null(Reframing.Model(0, Shots, []));
    }
}
