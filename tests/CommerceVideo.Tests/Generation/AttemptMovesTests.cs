using CommerceVideo.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Generation;

public sealed class AttemptMovesTests
{
    [Theory]
    [InlineData(AttemptState.Planned, "Reserve")]
    [InlineData(AttemptState.Reserved, "Submit")]
    [InlineData(AttemptState.Submitting, "LookFor")]
    [InlineData(AttemptState.Submitted, "Check")]
    [InlineData(AttemptState.Running, "Check")]
    [InlineData(AttemptState.Collecting, "Collect")]
    [InlineData(AttemptState.Collected, "Rest")]
    [InlineData(AttemptState.Failed, "Rest")]
    [InlineData(AttemptState.Refused, "Rest")]
    [InlineData(AttemptState.Unclear, "LookFor")]
    [InlineData(AttemptState.Cancelled, "Rest")]
    public void An_attempt_moves_so(AttemptState state, string move) =>
        Assert.Equal(move, AttemptMoves.Next(state, hasTicket: false).ToString());

    [Fact]
    public void Only_one_state_leads_to_a_submission() =>
        Assert.Equal(
            [AttemptState.Reserved],
            Enum.GetValues<AttemptState>().Where(static s => AttemptMoves.Next(s, false) == AttemptMove.Submit)
        );

    [Fact]
    public void An_unclear_one_with_a_ticket_is_still_watched() =>
        Assert.Equal(AttemptMove.Check, AttemptMoves.Next(AttemptState.Unclear, hasTicket: true));

    [Fact]
    public void However_often_the_worker_dies_a_paid_attempt_is_sent_at_most_once() =>
        Prop.ForAll<byte[]>(static fate => Live(fate) <= 1).QuickCheckThrowOnFailure();

    // As MakeShotStep lives it: the state is written before the effect, and each byte of fate is a run that ends there or goes on.
    private static int Live(byte[] fate)
    {
        var (state, sent) = (AttemptState.Planned, 0);
        foreach (var run in fate)
        {
            switch (AttemptMoves.Next(state, hasTicket: false))
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
                case AttemptMove.LookFor:
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
