using CommerceVideo.Bench.Faults;

namespace CommerceVideo.Tests.Faults;

/// <summary>The count itself sees what it is there to see.</summary>
public sealed class FaultCountTests
{
    private static readonly Guid Brief = Guid.NewGuid();

    private static readonly KeptAttempt Good = new(Guid.NewGuid(), Brief, true, false, false, 0.42m);

    [Fact]
    public void What_was_bought_collected_and_booked_is_right() =>
        Assert.Equal(new FaultCount(1, 1, 0, 0, 0, 0, 0), FaultCount.Of([Good], [Job(Good.Id)]));

    [Fact]
    public void Two_bills_for_one_attempt_are_a_double_purchase() =>
        Assert.Equal(1, FaultCount.Of([Good], [Job(Good.Id), Job(Good.Id)]).DoublePurchases);

    [Fact]
    public void A_bill_that_none_of_our_attempts_stands_for_is_one_too() =>
        Assert.Equal(1, FaultCount.Of([Good], [Job(Good.Id), Job(Guid.NewGuid())]).DoublePurchases);

    [Fact]
    public void Two_clips_bought_for_one_shot_are_one_too() =>
        Assert.Equal(1, FaultCount.Of([Good, Good with { Id = Brief }], [Job(Good.Id), Job(Brief)]).DoublePurchases);

    [Fact]
    public void A_clip_that_was_bought_and_not_collected_is_lost() =>
        Assert.Equal(1, FaultCount.Of([Good with { Collected = false }], [Job(Good.Id)]).LostLateSuccesses);

    [Fact]
    public void Too_much_here_does_not_make_up_for_too_little_there() =>
        Assert.Equal(
            0.02m,
            FaultCount
                .Of(
                    [Good with { Booked = 0.43m }, Good with { Id = Brief, Brief = Good.Id, Booked = 0.41m }],
                    [Job(Good.Id), Job(Brief)]
                )
                .LedgerDifference
        );

    private static BilledJob Job(Guid generation) => new(generation, "succeeded", 0.42m, 1, 3);
}
