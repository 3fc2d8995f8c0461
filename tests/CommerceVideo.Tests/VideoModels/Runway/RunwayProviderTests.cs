using CommerceVideo.Media;
using CommerceVideo.Platform;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.Runway;

public sealed class RunwayProviderTests : ProviderContract
{
    protected override string Provider => "runway";

    protected override string Section => "Runway";

    protected override string Model => "runway-gen4.5";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-in:SAFETY.INPUT.IMAGE"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#fail:INPUT_PREPROCESSING.SAFETY.TEXT"] = FailureKind.ContentRefused,
            ["#fail:INPUT_PREPROCESSING.INTERNAL"] = FailureKind.BadAsset,
            ["#fail:INTERNAL.BAD_OUTPUT.CODE01"] = FailureKind.BadAsset,
            ["#fail:INTERNAL"] = FailureKind.ProviderDown,
            ["#fail:THIRD_PARTY.UNAVAILABLE"] = FailureKind.ProviderDown,
            ["#fail:null"] = FailureKind.ProviderDown,
            ["#fail:NEW.CODE"] = FailureKind.Unknown,
            ["#badimg"] = FailureKind.BadAsset,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#retired"] = FailureKind.Retired,
            ["#refuse:400"] = FailureKind.InvalidInput,
            ["#refuse:405"] = FailureKind.Unknown,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Unknowable);

    protected override CancelOutcome StopIs => CancelOutcome.Cancelled;

    [Fact]
    public async Task What_a_video_cost_is_what_Runway_says()
    {
        var request = await RequestAsync();

        var finished = Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(await SentAsync(request)));

        Assert.Equal(request.Order.Price, finished.Billed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_video_is_charged_as_its_own_cost_says_and_not_as_its_code_suggests(bool billed)
    {
        await StandIns.TellAsync(Provider, "options", new { moderatedBilled = billed });
        var request = await RequestAsync("#mod-out");

        var failed = Assert.IsType<CheckOutcome.Failed>(await EndOfAsync(await SentAsync(request)));

        Assert.Equal(billed ? request.Order.Price : Money.Nothing(), failed.Billed);
    }

    [Fact]
    public async Task More_than_may_run_at_a_time_is_waiting_and_no_failure()
    {
        await StandIns.TellAsync(Provider, "options", new { concurrent = 1 });
        await AcceptedAsync(await RequestAsync("#never"));

        var second = await SentAsync(await RequestAsync("second"));

        Assert.True(Assert.IsType<CheckOutcome.Running>(await Adapter.CheckAsync(second, default)).Waiting);
    }

    [Fact]
    public async Task A_task_that_we_stopped_stays_stopped_when_asked_again()
    {
        var sent = await SentAsync(await RequestAsync("#never"));
        Assert.Equal(CancelOutcome.Cancelled, await Adapter.CancelAsync(sent, default));

        Assert.Equal(CancelOutcome.Cancelled, await Adapter.CancelAsync(sent, default));
        Assert.IsType<CheckOutcome.Unseen>(await Adapter.CheckAsync(sent, default));
    }

    [Fact]
    public async Task A_finished_task_is_not_deleted_by_a_late_wish_to_stop_it()
    {
        var request = await RequestAsync();
        var sent = await SentAsync(request);
        await EndOfAsync(sent);

        Assert.Equal(CancelOutcome.TooLate, await Adapter.CancelAsync(sent, default));

        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, Ground.File("kept.mp4"), default));
    }

    [Fact]
    public async Task A_lost_answer_shows_a_person_what_was_charged_meanwhile()
    {
        var request = await RequestAsync("#timeout-after");
        var sentAt = Now;
        await Adapter.SubmitAsync(request, default);

        var unknowable = Assert.IsType<RecoverOutcome.Unknowable>(
            await LookForAsync(new LostGeneration(request, sentAt))
        );

        Assert.Contains(
            "charged 48 credits for gen4.5; this one costs 48",
            unknowable.Evidence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_picture_too_long_for_a_data_URI_is_uploaded_first_and_without_our_key()
    {
        using var narrow = GroundWith("VideoModels:Runway:MostInlineCharacters", "1000");
        var request = await narrow.RequestAsync(Model, Shot, StandIns.Key(Provider));

        Assert.IsType<SubmitOutcome.Accepted>(await narrow.Providers.Find(Provider)!.SubmitAsync(request, default));

        var state = await StandIns.StateAsync(Provider);
        Assert.Equal(0, (int)state["refusedCalls"]!);
        Assert.NotNull(Assert.Single(state["jobs"]!.AsArray())!["picture"]);
    }

    [Fact]
    public async Task Every_shape_is_asked_for_in_the_models_own_pixels()
    {
        foreach (var (width, height, pixels) in Shapes)
        {
            var shot = Shot with { Ratio = new AspectRatio(width, height) };
            var request = await Ground.RequestAsync(Model, shot, StandIns.Key(Provider));

            await AcceptedAsync(request);

            var jobs = await StandIns.JobsAsync(Provider);
            Assert.Contains(jobs, job => $"{job["resolution"]}" == pixels);
        }
    }

    [Fact]
    public async Task A_model_that_ended_is_never_called()
    {
        var request = await Ground.RequestAsync("runway-gen3a-turbo", Shot, StandIns.Key(Provider));

        var failed = Assert.IsType<SubmitOutcome.Failed>(await Adapter.SubmitAsync(request, default));

        Assert.Equal(FailureKind.Retired, failed.Kind);
        Assert.Equal(0, (int)(await StandIns.StateAsync(Provider))["refusedCalls"]!);
    }

    private static readonly (int Width, int Height, string Pixels)[] Shapes =
    [
        (16, 9, "1280:720"),
        (9, 16, "720:1280"),
        (4, 3, "1104:832"),
        (1, 1, "960:960"),
        (4, 5, "832:1104"),
        (21, 9, "1584:672"),
    ];

    private async Task<SentGeneration> SentAsync(GenerationRequest request) =>
        new(request, (await AcceptedAsync(request)).Ticket, Now);

    private AdapterGround GroundWith(string setting, string value) =>
        new(
            new Dictionary<string, string?>
            {
                ["VideoModels:Runway:BaseAddress"] = StandIns.Address(Provider).AbsoluteUri,
                [setting] = value,
            }
        );
}
