using CommerceVideo.Bench.Faults;

namespace CommerceVideo.Tests.Faults;

/// <summary>The count itself sees what it is there to see.</summary>
public sealed class FaultCountTests
{
    private static readonly KeptAttempt Good = new(
        Guid.NewGuid(),
        Guid.NewGuid(),
        "wan",
        "wan-2.7",
        AttemptFate.Collected,
        0.42m
    );

    private static readonly KeptAttempt Sibling = Good with { Id = Guid.NewGuid(), Model = "wan-2.6" };

    private static readonly KeptAttempt Stranger = Sibling with { Brief = Guid.NewGuid() };

    [Fact]
    public void What_was_bought_collected_and_booked_is_right() =>
        Assert.Equal(new FaultCount(1, 1, 0, 0, 0, 0, 0, 0), FaultCount.Of([Good], [Job(Good)]));

    [Fact]
    public void Two_bills_for_one_attempt_are_a_double_purchase() =>
        Assert.Equal(1, FaultCount.Of([Good], [Job(Good), Job(Good)]).DoublePurchases);

    [Fact]
    public void Two_bills_without_our_name_on_them_are_one_too_when_their_prompts_are_of_one_attempt() =>
        Assert.Equal(1, FaultCount.Of([Good, Sibling], [Marked(Good), Marked(Good)]).DoublePurchases);

    [Fact]
    public void A_bill_that_none_of_our_attempts_stands_for_is_one_too() =>
        Assert.Equal(2, FaultCount.Of([Good], [Job(Good), Job(Sibling), Marked(Stranger)]).DoublePurchases);

    [Fact]
    public void Two_clips_bought_for_one_shot_are_one_too() =>
        Assert.Equal(1, FaultCount.Of([Good, Sibling], [Job(Good), Marked(Sibling)]).DoublePurchases);

    [Fact]
    public void Each_provider_is_counted_for_itself()
    {
        var other = Stranger with { Provider = "kling" };
        BilledJob[] jobs = [Marked(Good), Marked(Good), Job(other) with { Provider = "kling" }];

        Assert.Equal(1, FaultCount.Of("wan", [Good, other], jobs).DoublePurchases);
        Assert.Equal(0, FaultCount.Of("kling", [Good, other], jobs).DoublePurchases);
    }

    [Theory]
    [InlineData("Ended", 1)]
    [InlineData("Open", 1)]
    [InlineData("Shown", 0)]
    [InlineData("Decided", 0)]
    public void A_clip_that_was_bought_is_lost_unless_it_was_collected_or_a_person_was_told(string fate, int lost) =>
        Assert.Equal(
            lost,
            FaultCount.Of([Good with { Fate = Enum.Parse<AttemptFate>(fate) }], [Job(Good)]).LostLateSuccesses
        );

    [Fact]
    public void Too_much_here_does_not_make_up_for_too_little_there() =>
        Assert.Equal(
            0.02m,
            FaultCount
                .Of([Good with { Booked = 0.43m }, Stranger with { Booked = 0.41m }], [Job(Good), Job(Stranger)])
                .LedgerDifference
        );

    private static BilledJob Job(KeptAttempt attempt) =>
        new(attempt.Provider, attempt.Id, null, attempt.Model, "succeeded", 0.42m, 1, 3);

    private static BilledJob Marked(KeptAttempt attempt) =>
        Job(attempt) with
        {
            Generation = null,
            Brief = attempt.Brief,
        };
}
