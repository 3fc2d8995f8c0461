using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Tests.VideoModels.Seedance;

public sealed class SeedanceProviderTests : ProviderContract
{
    protected override string Provider => "seedance";

    protected override string Section => "Seedance";

    protected override string Model => "seedance-2.5";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#refuse:InputTextSensitiveContentDetected"] = FailureKind.ContentRefused,
            ["#refuse:InputImageSensitiveContentDetected"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.BadAsset,
            ["#refuse:InvalidParameter"] = FailureKind.InvalidInput,
            ["#refuse:MissingParameter"] = FailureKind.InvalidInput,
            ["#fail:InvalidParameter"] = FailureKind.InvalidInput,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#refuse:SetLimitExceeded"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#refuse:RateLimitExceeded"] = FailureKind.RateLimited,
            ["#throttle"] = FailureKind.Busy,
            ["#refuse:ServerOverloaded"] = FailureKind.Busy,
            ["#refuse:QuotaExceeded"] = FailureKind.Busy,
            ["#refuse:AccessDenied"] = FailureKind.AuthRejected,
            ["#refuse:ModelNotOpen"] = FailureKind.AuthRejected,
            ["#retired"] = FailureKind.Retired,
            ["#fail"] = FailureKind.ProviderDown,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Found);

    protected override CancelOutcome StopIs => CancelOutcome.TooLate;

    [Fact]
    public async Task What_it_charged_is_read_from_its_tokens()
    {
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        var finished = Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));

        Assert.Equal(request.Order.Price, finished.Billed);
        Assert.Equal($"{request.Generation:N}", $"{Assert.Single(await StandIns.JobsAsync(Provider))["generation"]}");
    }

    [Fact]
    public async Task A_request_that_never_arrived_is_never_sent_again_by_itself()
    {
        await AcceptedAsync(await RequestAsync());

        var outcome = await LookForAsync(new LostGeneration(await RequestAsync(), Now));

        Assert.IsType<RecoverOutcome.Unknowable>(outcome);
        Assert.Single(await StandIns.JobsAsync(Provider));
    }

    [Fact]
    public async Task A_recognisable_person_is_named_as_the_reason()
    {
        var outcome = await Adapter.SubmitAsync(await RequestAsync("#mod-in"), default);

        Assert.Contains("real person", Assert.IsType<SubmitOutcome.Failed>(outcome).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(ShotMove.Walk, Ground.Register.Find(Model)!.Moves);
    }

    [Fact]
    public async Task One_that_still_waits_is_stopped()
    {
        await StandIns.TellAsync(Provider, "options", new { concurrent = 0 });
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        Assert.Equal(CancelOutcome.Cancelled, await Adapter.CancelAsync(sent, default));

        Assert.IsType<CheckOutcome.Failed>(await Adapter.CheckAsync(sent, default));
    }

    [Fact]
    public async Task To_stop_what_has_ended_deletes_nothing()
    {
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));

        Assert.Equal(CancelOutcome.TooLate, await Adapter.CancelAsync(sent, default));

        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
    }

    [Fact]
    public async Task What_was_never_begun_is_over_after_two_days()
    {
        await StandIns.TellAsync(Provider, "options", new { concurrent = 0 });
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        await StandIns.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(
            FailureKind.TimedOut,
            Assert.IsType<CheckOutcome.Failed>(await Adapter.CheckAsync(sent, default)).Kind
        );
    }

    [Fact]
    public async Task A_loop_is_told_to_end_on_its_own_picture()
    {
        var request = await RequestAsync();

        await ToClipAsync(request with { Ending = request.Photo });

        Assert.Equal(0, (int?)(await StandIns.StateAsync(Provider))["refusedCalls"]);
    }

    [Fact]
    public async Task A_call_back_wakes_and_proves_nothing()
    {
        var callback = new ProviderCallback(
            Guid.CreateVersion7(),
            new Dictionary<string, string>(),
            "{\"id\":\"cgt-of-somebody\",\"status\":\"succeeded\"}"u8.ToArray()
        );

        var outcome = await ((ICallsBack)Adapter).HearAsync(callback, default);

        Assert.Equal(new CallbackOutcome.Heard(Ticket: null), outcome);
    }

    [Fact]
    public async Task Ten_bit_hevc_at_full_size_is_finished_into_files_that_play_everywhere()
    {
        var request = await RequestAsync();
        var order = Ordering.For(request.Model, Shot)!;
        Assert.Equal("1080p", order.Size.Name);
        var clip = await ToClipAsync(request with { Order = order });
        var probe = new VideoProbe(new FfprobeRunner());
        var came = Assert.IsType<VideoReading.Read>(await probe.ReadAsync(clip.File, default)).Facts.Picture;
        Assert.Equal(("hevc", "yuv420p10le"), (came.Codec, came.PixelFormat));
        using var folder = new TinyVideo();

        var outcome = await new Finisher(TinyVideo.Ffmpeg, probe).FinishAsync(
            new Footage([clip], [new Film(new AspectRatio(9, 16), [0])]),
            [Placements.Get("shopify.product")],
            PosterChoice.FirstFrame,
            folder.Folder,
            default
        );

        // The stand-in films at a quarter of the size, which breaks a rule of size and nothing else.
        var files = outcome switch
        {
            FinishOutcome.Finished finished => finished.Files,
            FinishOutcome.RulesBroken broken => broken.Files,
            _ => throw new InvalidOperationException($"{outcome}"),
        };
        var picture = Assert.Single(files).Facts.Picture;
        Assert.Equal(("h264", "yuv420p"), (picture.Codec, picture.PixelFormat));
        Assert.Equal(clip.Seconds, files[0].Facts.Timing.Seconds, 0.1);
    }
}
