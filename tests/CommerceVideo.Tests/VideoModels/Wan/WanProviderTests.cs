using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.Wan;

public sealed class WanProviderTests : ProviderContract
{
    protected override string Provider => "wan";

    protected override string Section => "Wan";

    protected override string Model => "wan-2.7";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#refuse:InvalidParameter.DataInspection"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.BadAsset,
            ["#refuse:InvalidURL"] = FailureKind.BadAsset,
            ["#refuse:InvalidParameter"] = FailureKind.InvalidInput,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#refuse:CommodityNotPurchased"] = FailureKind.OutOfCredit,
            ["#refuse:PrepaidBillOverdue"] = FailureKind.OutOfCredit,
            ["#refuse:AllocationQuota.FreeTierOnly"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#refuse:Throttling"] = FailureKind.RateLimited,
            ["#refuse:Throttling.BurstRate"] = FailureKind.RateLimited,
            ["#refuse:Throttling.AllocationQuota"] = FailureKind.RateLimited,
            ["#refuse:ServiceOverloaded"] = FailureKind.Busy,
            ["#refuse:ResourceExhausted"] = FailureKind.Busy,
            ["#refuse:AccessDenied"] = FailureKind.AuthRejected,
            ["#refuse:Model.AccessDenied"] = FailureKind.AuthRejected,
            ["#retired"] = FailureKind.Retired,
            ["#fail"] = FailureKind.ProviderDown,
            ["#fail:InternalError.Timeout"] = FailureKind.ProviderDown,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Unknowable);

    protected override CancelOutcome StopIs => CancelOutcome.TooLate;

    [Theory]
    [InlineData("wan-2.1-plus")]
    [InlineData("wan-2.1-turbo")]
    [InlineData("wan-2.6")]
    [InlineData("wan-3.0")]
    [InlineData("wan-3.0-prime")]
    public async Task Every_version_is_bought_in_its_own_words_and_billed_at_its_price(string model)
    {
        var request = await Ground.RequestAsync(model, Shot, StandIns.Key(Provider));
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        var finished = Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));

        Assert.Equal(request.Order.Price, finished.Billed);
        var job = Assert.Single(await StandIns.JobsAsync(Provider));
        Assert.Equal(request.Model.WireName, $"{job["model"]}");
    }

    [Fact]
    public async Task A_loop_is_told_to_end_on_its_own_picture()
    {
        var request = await RequestAsync();

        var clip = await ToClipAsync(request with { Ending = request.Photo });

        Assert.Equal(0, (int?)(await StandIns.StateAsync(Provider))["refusedCalls"]);
        Assert.Equal(request.Order.Seconds, clip.Seconds, 0.1);
    }

    [Fact]
    public async Task What_fails_is_known_to_cost_nothing()
    {
        var request = await RequestAsync("#mod-out");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        var failed = Assert.IsType<CheckOutcome.Failed>(await EndOfAsync(sent));

        Assert.True(failed.Billed is { IsNothing: true });
    }

    [Fact]
    public async Task One_that_still_waits_is_stopped()
    {
        await StandIns.TellAsync(Provider, "options", new { concurrent = 0 });
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        Assert.True(await Adapter.CheckAsync(sent, default) is CheckOutcome.Running { Waiting: true });

        Assert.Equal(CancelOutcome.Cancelled, await Adapter.CancelAsync(sent, default));

        Assert.IsType<CheckOutcome.Failed>(await Adapter.CheckAsync(sent, default));
    }

    [Fact]
    public async Task A_read_that_goes_wrong_says_nothing_of_the_task()
    {
        var request = await RequestAsync("#read-malformed #read-5xx*3");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        var first = await Adapter.CheckAsync(sent, default);
        var then = await EndOfAsync(sent);

        Assert.Equal(FailureKind.ProviderDown, Assert.IsType<CheckOutcome.Unseen>(first).Kind);
        Assert.IsType<CheckOutcome.Finished>(then);
    }

    [Fact]
    public async Task A_link_that_ran_out_or_broke_is_asked_for_again()
    {
        var request = await RequestAsync("#expired-url #download-cut");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));
        var target = Ground.File("clip.mp4");

        var outcomes = new List<CollectOutcome>();
        while (outcomes.Count < 4 && outcomes.LastOrDefault() is not CollectOutcome.Collected)
        {
            outcomes.Add(await Adapter.CollectAsync(sent, target, default));
        }

        Assert.IsType<CollectOutcome.Collected>(outcomes[^1]);
        Assert.All(outcomes[..^1], static outcome => Assert.IsType<CollectOutcome.NotNow>(outcome));
        Assert.NotEmpty(outcomes[..^1]);
    }

    [Fact]
    public async Task A_task_that_nobody_knows_is_waited_for_a_day_and_then_over()
    {
        var young = new SentGeneration(await RequestAsync(), "4f0e2b1a-0000-4000-8000-000000000000", Now);
        var old = young with { SentAt = Now - TimeSpan.FromHours(25) };

        Assert.IsType<CheckOutcome.Running>(await Adapter.CheckAsync(young, default));
        Assert.Equal(
            FailureKind.TimedOut,
            Assert.IsType<CheckOutcome.Failed>(await Adapter.CheckAsync(old, default)).Kind
        );
        Assert.IsType<CollectOutcome.Failed>(await Adapter.CollectAsync(old, Ground.File("none.mp4"), default));
    }

    [Fact]
    public async Task Wan_3_0_is_not_asked_for_where_it_is_not_served()
    {
        using var shipped = new AdapterGround(new Dictionary<string, string?>());
        var request = await shipped.RequestAsync("wan-3.0", Shot, "key");

        var outcome = await shipped.Providers.Find(Provider)!.SubmitAsync(request, default);

        var failed = Assert.IsType<SubmitOutcome.Failed>(outcome);
        Assert.Equal(FailureKind.InvalidInput, failed.Kind);
        Assert.Contains("VideoModels:Wan:BaseAddress", failed.Reason, StringComparison.Ordinal);
    }
}
