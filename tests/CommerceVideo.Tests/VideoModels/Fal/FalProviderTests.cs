using CommerceVideo.Platform;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Callbacks;

namespace CommerceVideo.Tests.VideoModels.Fal;

public sealed class FalProviderTests : ProviderContract
{
    protected override string Provider => "fal";

    protected override string Section => "Fal";

    protected override string Model => "pika-2.2";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.BadAsset,
            ["#fail"] = FailureKind.ProviderDown,
            ["#fail:generation_timeout"] = FailureKind.TimedOut,
            ["#fail:runner_disconnected"] = FailureKind.ProviderDown,
            ["#fail:value_error"] = FailureKind.InvalidInput,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#retired"] = FailureKind.Retired,
            ["#refuse"] = FailureKind.InvalidInput,
            ["#refuse:413"] = FailureKind.BadAsset,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Unknowable);

    protected override CancelOutcome StopIs => CancelOutcome.Cancelled;

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["VideoModels:Fal:KeysAddress"] = new Uri(StandIns.Address(Provider), "/.well-known/jwks.json").AbsoluteUri,
        };

    [Theory]
    [InlineData("fal-wan-2.1")]
    [InlineData("fal-wan-2.7")]
    public async Task Every_app_of_the_queue_gives_its_clip_for_the_price_that_was_told(string model)
    {
        var request = await Ground.RequestAsync(model, Shot, StandIns.Key(Provider));

        var clip = await ToClipAsync(request);

        Assert.InRange(clip.Seconds, request.Order.Seconds - 0.1, request.Order.Seconds + 0.2);
        Assert.InRange((double)clip.Width / clip.Height, 0.53, 0.6);
        var job = Assert.Single(await StandIns.JobsAsync(Provider));
        Assert.Equal(request.Order.Price.Digits, $"{job["bill"]!["amount"]}");
    }

    [Theory]
    [InlineData("#5xx-after")]
    [InlineData("#malformed")]
    public async Task A_lost_answer_is_repaired_by_the_call_back_which_names_the_request(string script)
    {
        await using var listener = await CallbackListener.StartAsync();
        var request = await RequestAsync(script);
        request = request with { Callback = listener.AddressOf(request.Generation) };
        Assert.IsType<SubmitOutcome.Unclear>(await Adapter.SubmitAsync(request, default));
        var unknowable = Assert.IsType<RecoverOutcome.Unknowable>(
            await Adapter.RecoverAsync(new LostGeneration(request, Now), 0, default)
        );
        Assert.Contains("call back", unknowable.Evidence, StringComparison.Ordinal);

        var call = await listener.NextAsync();
        var heard = Assert.IsType<CallbackOutcome.Heard>(await Listening.HearAsync(call, default));

        Assert.Equal(request.Generation, call.Generation);
        var sent = new SentGeneration(request, heard.Ticket!, Now);
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));
        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
        Assert.Single(await StandIns.JobsAsync(Provider));
    }

    [Fact]
    public async Task A_call_back_that_fal_did_not_sign_is_forged()
    {
        await using var listener = await CallbackListener.StartAsync();
        var request = await RequestAsync("#no-callback");
        request = request with { Callback = listener.AddressOf(request.Generation) };
        await EndOfAsync(new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now));
        var job = $"{Assert.Single(await StandIns.JobsAsync(Provider))["id"]}";

        await StandIns.TellAsync(Provider, "callbacks", new { job, forged = true });

        Assert.IsType<CallbackOutcome.Forged>(await Listening.HearAsync(await listener.NextAsync(), default));
    }

    [Fact]
    public async Task What_failed_with_a_server_error_is_known_to_cost_nothing_and_a_refusal_is_not()
    {
        var broken = await FailedAsync("#fail");
        var refused = await FailedAsync("#mod-out");

        Assert.Equal(Money.Nothing(), broken.Billed);
        Assert.Null(refused.Billed);
    }

    [Fact]
    public async Task A_runner_that_does_not_stop_is_asked_on_about_its_clip()
    {
        await StandIns.TellAsync(Provider, "options", new { stopsRunning = false });
        var request = await RequestAsync("#slow");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await Poll.UntilAsync(async () =>
            await Adapter.CheckAsync(sent, default) is CheckOutcome.Running { Waiting: false }
        );

        Assert.Equal(CancelOutcome.TooLate, await Adapter.CancelAsync(sent, default));

        await StandIns.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));
    }

    [Theory]
    [InlineData("#read-5xx*4")]
    [InlineData("#read-malformed")]
    [InlineData("#read-rate*4")]
    public async Task A_read_that_fails_says_nothing_of_the_request(string script)
    {
        var request = await RequestAsync(script);
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        Assert.IsType<CheckOutcome.Unseen>(await Adapter.CheckAsync(sent, default));
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));
    }

    [Fact]
    public async Task A_link_that_ran_out_is_asked_for_anew()
    {
        var request = await RequestAsync("#expired-url*2");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await EndOfAsync(sent);

        Assert.IsType<CollectOutcome.NotNow>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
    }

    [Fact]
    public async Task A_loop_ends_on_its_own_first_picture_where_the_model_takes_one()
    {
        var request = await Ground.RequestAsync("fal-wan-2.7", Shot with { Loop = true }, StandIns.Key(Provider));

        await ToClipAsync(request with { Ending = request.Photo });

        Assert.Equal(0, (int?)(await StandIns.StateAsync(Provider))["refusedCalls"]);
    }

    private ICallsBack Listening => (ICallsBack)Adapter;

    private async Task<CheckOutcome.Failed> FailedAsync(string script)
    {
        var request = await RequestAsync(script);
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        return Assert.IsType<CheckOutcome.Failed>(await EndOfAsync(sent));
    }
}
