using CommerceVideo.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Generation;

public sealed class AttemptMovesTests
{
    [Theory]
    [InlineData(AttemptState.Planned, "Reserve")]
    [InlineData(AttemptState.Reserved, "Submit")]
    [InlineData(AttemptState.Submitting, "Doubt")]
    [InlineData(AttemptState.Submitted, "Check")]
    [InlineData(AttemptState.Running, "Check")]
    [InlineData(AttemptState.Collecting, "Collect")]
    [InlineData(AttemptState.Collected, "Rest")]
    [InlineData(AttemptState.Failed, "Rest")]
    [InlineData(AttemptState.Refused, "Rest")]
    [InlineData(AttemptState.Unclear, "Rest")]
    [InlineData(AttemptState.Cancelled, "Rest")]
    public void A_paid_attempt_moves_so(AttemptState state, string move) =>
        Assert.Equal(move, AttemptMoves.Next(state, free: false).ToString());

    [Fact]
    public void Only_one_state_leads_a_paid_attempt_to_its_submission() =>
        Assert.Equal(
            [AttemptState.Reserved],
            Enum.GetValues<AttemptState>().Where(static s => AttemptMoves.Next(s, free: false) == AttemptMove.Submit)
        );

    [Fact]
    public void A_free_attempt_differs_only_where_it_was_cut_off_while_being_sent() =>
        Assert.All(
            Enum.GetValues<AttemptState>().Where(static s => s != AttemptState.Submitting),
            static s => Assert.Equal(AttemptMoves.Next(s, free: false), AttemptMoves.Next(s, free: true))
        );

    [Fact]
    public void However_often_the_worker_dies_a_paid_attempt_is_sent_at_most_once() =>
        Prop.ForAll<byte[]>(static fate => Live(fate, free: false) <= 1).QuickCheckThrowOnFailure();

    [Fact]
    public void A_free_attempt_that_was_cut_off_is_sent_again() => Assert.Equal(2, Live([0, 1, 2, 2], free: true));

    // As MakeShotStep lives it: the state is written before the effect, and each byte of fate is a run that ends there or goes on.
    private static int Live(byte[] fate, bool free)
    {
        var (state, sent) = (AttemptState.Planned, 0);
        foreach (var run in fate)
        {
            switch (AttemptMoves.Next(state, free))
            {
                case AttemptMove.Reserve:
                    state = run % 4 == 3 ? state : AttemptState.Reserved;
                    break;
                case AttemptMove.Submit:
                    state = AttemptState.Submitting;
                    sent += run % 4 == 3 ? 0 : 1;
                    state = (run % 4) switch
                    {
                        0 => AttemptState.Submitted,
                        2 => AttemptState.Unclear,
                        _ => AttemptState.Submitting,
                    };
                    break;
                case AttemptMove.Doubt:
                    state = AttemptState.Unclear;
                    break;
                case AttemptMove.Check:
                    state = run % 2 == 0 ? AttemptState.Running : AttemptState.Collecting;
                    break;
                case AttemptMove.Collect:
                    state = run % 2 == 0 ? AttemptState.Collected : AttemptState.Failed;
                    break;
            }
        }

        return sent;
    }
}
