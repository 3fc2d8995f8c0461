using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.MiniMax;

/// <summary>H3, on v2.</summary>
public sealed class MiniMaxProviderTests : ProviderContract
{
    protected override string Provider => "minimax";

    protected override string Section => "MiniMax";

    protected override string Model => "hailuo-h3";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.BadAsset,
            ["#refuse"] = FailureKind.InvalidInput,
            ["#refuse:1004"] = FailureKind.AuthRejected,
            ["#refuse:1039"] = FailureKind.RateLimited,
            ["#refuse:2045"] = FailureKind.RateLimited,
            ["#refuse:2049"] = FailureKind.AuthRejected,
            ["#refuse:2056"] = FailureKind.OutOfCredit,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#throttle"] = FailureKind.Busy,
            ["#retired"] = FailureKind.Retired,
            ["#fail"] = FailureKind.Unknown,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Found);

    protected override CancelOutcome StopIs => CancelOutcome.TooLate;

    [Fact]
    public async Task What_is_still_queued_is_stopped()
    {
        var request = await RequestAsync("#slow");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        Assert.Equal(CancelOutcome.Cancelled, await Adapter.CancelAsync(sent, default));
    }

    [Fact]
    public async Task What_was_billed_follows_the_seconds_that_were_made()
    {
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        var finished = Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));

        Assert.Equal(request.Order.Price, finished.Billed);
        Assert.Equal(0.40m, finished.Billed?.Amount);
    }

    [Fact]
    public async Task What_is_over_is_not_stopped_because_that_would_delete_it()
    {
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await EndOfAsync(sent);

        Assert.Equal(CancelOutcome.TooLate, await Adapter.CancelAsync(sent, default));

        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
    }

    [Fact]
    public async Task A_link_that_ran_out_is_asked_for_anew()
    {
        var request = await RequestAsync("#expired-url");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await Hailuo.SucceededAsync(StandIns, Provider);

        Assert.IsType<CollectOutcome.NotNow>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
    }

    [Fact]
    public async Task A_task_that_belongs_to_another_attempt_is_not_taken_for_a_lost_one()
    {
        var other = await RequestAsync();
        var sentAt = Now;
        var held = (await AcceptedAsync(other)).Ticket;
        var lost = new LostGeneration(await RequestAsync(), sentAt) { Held = [held] };

        Assert.IsType<RecoverOutcome.Unknowable>(await LookForAsync(lost));
    }

    [Fact]
    public async Task Of_two_that_could_be_it_none_is_taken_and_both_are_shown()
    {
        var sentAt = Now;
        var (one, two) = (
            (await AcceptedAsync(await RequestAsync())).Ticket,
            (await AcceptedAsync(await RequestAsync())).Ticket
        );

        var outcome = await LookForAsync(new LostGeneration(await RequestAsync(), sentAt));

        var unknowable = Assert.IsType<RecoverOutcome.Unknowable>(outcome);
        Assert.Contains(one, unknowable.Evidence, StringComparison.Ordinal);
        Assert.Contains(two, unknowable.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_two_were_lost_at_once_what_is_found_is_given_to_neither()
    {
        var request = await RequestAsync("#malformed");
        var sentAt = Now;
        await Adapter.SubmitAsync(request, default);

        Assert.IsType<RecoverOutcome.Unknowable>(
            await LookForAsync(new LostGeneration(request, sentAt) { HasTwin = true })
        );
    }

    [Fact]
    public async Task A_task_of_another_length_is_another_one()
    {
        var sentAt = Now;
        var longer = await Ground.RequestAsync(Model, Shot with { Seconds = 9 }, StandIns.Key(Provider));
        await AcceptedAsync(longer);

        Assert.IsType<RecoverOutcome.Unknowable>(await LookForAsync(new LostGeneration(await RequestAsync(), sentAt)));
    }
}
