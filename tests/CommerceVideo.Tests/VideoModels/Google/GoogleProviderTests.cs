using System.Text.Json;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Google;

namespace CommerceVideo.Tests.VideoModels.Google;

public sealed class GoogleProviderTests : ProviderContract
{
    protected override string Provider => "google";

    protected override string Section => "Google";

    protected override string Model => "gemini-omni-1.1-flash";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#refuse:image_safety"] = FailureKind.ContentRefused,
            ["#refuse:content_blocked"] = FailureKind.ContentRefused,
            ["#refuse:permission_denied"] = FailureKind.AuthRejected,
            ["#refuse"] = FailureKind.InvalidInput,
            ["#badimg"] = FailureKind.BadAsset,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#retired"] = FailureKind.Retired,
            ["#fail"] = FailureKind.Unknown,
            ["#fail:image_safety"] = FailureKind.ContentRefused,
            ["#fail:unreadable"] = FailureKind.Unknown,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Unknowable);

    protected override CancelOutcome StopIs => CancelOutcome.Cancelled;

    [Fact]
    public async Task A_refusal_in_words_is_told_to_have_cost_nothing_and_a_lost_video_what_it_cost()
    {
        var refused = await EndedAsync("#mod-out");
        var unreadable = await EndedAsync("#fail:unreadable");

        Assert.True(Assert.IsType<CheckOutcome.Failed>(refused).Billed?.IsNothing);
        Assert.Equal(0.13524m, Assert.IsType<CheckOutcome.Failed>(unreadable).Billed?.Amount);
    }

    [Fact]
    public async Task What_was_billed_is_counted_in_tokens()
    {
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        var finished = Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));

        Assert.Equal(request.Order.Price, finished.Billed);
    }

    [Fact]
    public async Task A_file_that_lies_elsewhere_is_fetched_without_the_key()
    {
        await StandIns.TellAsync(Provider, "options", new { redirects = true });

        await ToClipAsync(await RequestAsync());

        Assert.Equal(0, (int?)(await StandIns.StateAsync(Provider))["refusedCalls"] ?? 0);
    }

    [Theory]
    [InlineData("#expired-url")]
    [InlineData("#download-cut")]
    public async Task A_download_that_fails_is_tried_again_and_leaves_nothing_behind(string script)
    {
        var request = await RequestAsync(script);
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await EndOfAsync(sent);
        var target = Ground.File("clip.mp4");

        Assert.IsType<CollectOutcome.NotNow>(await Adapter.CollectAsync(sent, target, default));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(target)!, "clip.mp4*"));

        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, target, default));
    }

    [Fact]
    public async Task A_model_that_google_ended_is_never_asked_for()
    {
        var request = await Ground.RequestAsync("veo-3.1-preview", Shot, StandIns.Key(Provider));

        var failed = Assert.IsType<SubmitOutcome.Failed>(await Adapter.SubmitAsync(request, default));

        Assert.Equal(FailureKind.Retired, failed.Kind);
        var state = await StandIns.StateAsync(Provider);
        Assert.Empty(state["jobs"]!.AsArray());
        Assert.Equal(0, (int)state["refusedCalls"]!);
    }

    [Fact]
    public async Task A_loop_is_given_its_first_picture_as_its_last_one_too()
    {
        var looping = Shot with { Loop = true };
        var request = await Ground.RequestAsync(Model, looping, StandIns.Key(Provider));

        Assert.IsType<SubmitOutcome.Accepted>(
            await Adapter.SubmitAsync(request with { Ending = request.Photo }, default)
        );

        var job = Assert.Single(await StandIns.JobsAsync(Provider));
        Assert.Contains("<LAST_FRAME>@Image2", $"{job["prompt"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_google_forgot_has_failed_and_any_other_refusal_of_a_look_says_nothing()
    {
        var request = await RequestAsync();

        var gone = await Adapter.CheckAsync(new SentGeneration(request, "v1_gone", Now), default);
        var odd = await Adapter.CheckAsync(
            new SentGeneration(await RequestAsync(key: "another"), "v1_gone", Now),
            default
        );

        Assert.IsType<CheckOutcome.Failed>(gone);
        Assert.IsType<CheckOutcome.Unseen>(odd);
    }

    [Theory]
    [InlineData(
        429,
        """{"error":{"code":429,"message":"Your prepayment credits are depleted.","status":"RESOURCE_EXHAUSTED"}}""",
        FailureKind.OutOfCredit
    )]
    [InlineData(
        429,
        """{"error":{"code":429,"message":"Resource has been exhausted.","status":"RESOURCE_EXHAUSTED"}}""",
        FailureKind.RateLimited
    )]
    [InlineData(
        400,
        """{"error":{"code":400,"message":"User location is not supported.","status":"FAILED_PRECONDITION"}}""",
        FailureKind.AuthRejected
    )]
    [InlineData(
        403,
        """{"error":{"code":403,"message":"No.","details":[{"reason":"BILLING_DISABLED"}]}}""",
        FailureKind.OutOfCredit
    )]
    [InlineData(404, "{}", FailureKind.Retired)]
    [InlineData(418, "{}", FailureKind.Unknown)]
    public void Refusals_of_google_s_older_shape_have_their_kinds(int status, string json, FailureKind kind) =>
        Assert.Equal(kind, GoogleFailures.Of(Answer(status, json))?.Kind);

    [Fact]
    public void A_server_s_own_trouble_is_no_refusal() =>
        Assert.Null(GoogleFailures.Of(Answer(503, """{"error":{"code":"service_unavailable"}}""")));

    private async Task<CheckOutcome> EndedAsync(string script)
    {
        var request = await RequestAsync(script);
        return await EndOfAsync(new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now));
    }

    private static ProviderAnswer.Answered Answer(int status, string json) =>
        new(status, JsonDocument.Parse(json).RootElement, new HttpResponseMessage().Headers);
}
