using CommerceVideo.Briefs;
using CommerceVideo.Finishing;
using CommerceVideo.Generation;
using CommerceVideo.Media;
using CommerceVideo.Tests.Generation;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing;

public sealed class CollectedClipsTests
{
    private static readonly Brief Brief = new(Use.Social, ShotsInTwoShapes.All);

    [Fact]
    public void A_brief_is_ready_when_every_attempt_has_its_clip() =>
        Assert.Equal(
            [0, 1, 2, 3],
            Ready(
                Attempts.Of(3, AttemptState.Collected),
                Attempts.Of(0, AttemptState.Collected),
                Attempts.Of(1, AttemptState.Collected),
                Attempts.Of(2, AttemptState.Collected)
            )
        );

    [Fact]
    public void It_waits_for_the_film_in_another_shape_too() =>
        Assert.Null(
            Ready(
                Attempts.Of(0, AttemptState.Collected),
                Attempts.Of(1, AttemptState.Collected),
                Attempts.Of(2, AttemptState.Running),
                Attempts.Of(3, AttemptState.Collected)
            )
        );

    [Fact]
    public void Bought_clips_are_all_there_is_to_wait_for() =>
        Assert.Equal(
            [0, 1],
            Ready(Attempts.Of(0, AttemptState.Collected, price: 1), Attempts.Of(1, AttemptState.Collected, price: 1))
        );

    [Fact]
    public void Nothing_is_cut_while_the_first_film_is_not_complete() =>
        Assert.Null(Ready(Attempts.Of(0, AttemptState.Collected), Attempts.Of(2, AttemptState.Collected)));

    [Fact]
    public void A_second_attempt_stands_for_one_that_failed() =>
        Assert.Equal(
            [0, 1],
            Ready(
                Attempts.Of(0, AttemptState.Failed, price: 1),
                Attempts.Of(0, AttemptState.Collected, number: 2),
                Attempts.Of(1, AttemptState.Collected)
            )
        );

    [Fact]
    public void A_reframing_called_off_is_awaited_only_while_it_would_be_filmed()
    {
        Assert.Null(
            Ready(
                Attempts.Of(0, AttemptState.Collected),
                Attempts.Of(1, AttemptState.Collected),
                Attempts.Of(2, AttemptState.Cancelled)
            )
        );
        Assert.Equal(
            [0, 1],
            Ready(
                Attempts.Of(0, AttemptState.Collected, price: 1),
                Attempts.Of(1, AttemptState.Collected),
                Attempts.Of(2, AttemptState.Cancelled)
            )
        );
    }

    private static IEnumerable<int>? Ready(params Attempt[] attempts) =>
        CollectedClips.Of(Brief, attempts)?.Select(static attempt => attempt.Shot);
}
