using CommerceVideo.Media;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.Sora;

/// <summary>Sora as it was: the app and the stand-in both stand in its last days.</summary>
public sealed class SoraProviderTests : ProviderContract
{
    protected override string Provider => "sora";

    protected override string Section => "Sora";

    protected override string Model => "sora-2";

    protected override DateTimeOffset? StartsAt => new(2026, 9, 20, 12, 0, 0, TimeSpan.Zero);

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.BadAsset,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#retired"] = FailureKind.Retired,
            ["#refuse:400"] = FailureKind.InvalidInput,
            ["#refuse:403"] = FailureKind.Retired,
            ["#refuse:410"] = FailureKind.Retired,
            ["#fail:server_error"] = FailureKind.ProviderDown,
            ["#fail:something_new"] = FailureKind.Unknown,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Found);

    protected override CancelOutcome StopIs => CancelOutcome.NotOffered;

    [Fact]
    public async Task A_lost_answer_is_found_as_the_very_video_and_collected()
    {
        var request = await RequestAsync("#reset-after");
        var sentAt = Now;
        await Adapter.SubmitAsync(request, default);

        var found = Assert.IsType<RecoverOutcome.Found>(await LookForAsync(new LostGeneration(request, sentAt)));

        Assert.Equal($"{Assert.Single(await StandIns.JobsAsync(Provider))["id"]}", found.Ticket);
    }

    [Fact]
    public async Task Two_videos_that_cannot_be_told_apart_are_for_a_person()
    {
        var request = await RequestAsync();
        var sentAt = Now;
        await AcceptedAsync(request);
        await AcceptedAsync(request);

        var unknowable = Assert.IsType<RecoverOutcome.Unknowable>(
            await LookForAsync(new LostGeneration(request, sentAt))
        );

        Assert.Contains("2 videos", unknowable.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_listed_is_never_taken_to_be_unbought()
    {
        var lost = new LostGeneration(await RequestAsync("#5xx-before"), Now);
        await Adapter.SubmitAsync(lost.Request, default);

        Assert.IsType<RecoverOutcome.Unknowable>(await LookForAsync(lost));
    }

    [Theory]
    [InlineData(9, 16, "720x1280")]
    [InlineData(16, 9, "1280x720")]
    public async Task The_picture_has_exactly_the_pixels_that_are_asked_for(int width, int height, string size)
    {
        var shot = Shot with { Ratio = new AspectRatio(width, height) };

        await AcceptedAsync(await Ground.RequestAsync(Model, shot, StandIns.Key(Provider)));

        var state = await StandIns.StateAsync(Provider);
        Assert.Equal(size, $"{state["jobs"]![0]!["resolution"]}");
        Assert.Equal(0, (int)state["refusedCalls"]!);
    }

    [Fact]
    public async Task The_larger_model_takes_its_own_taller_frame()
    {
        var request = await Ground.RequestAsync("sora-2-pro", Shot, StandIns.Key(Provider));
        var large = request with { Order = request.Order with { Size = request.Model.Sizes[^1] } };

        await AcceptedAsync(large);

        Assert.Equal("1024x1792", $"{Assert.Single(await StandIns.JobsAsync(Provider))["resolution"]}");
    }

    [Fact]
    public async Task A_download_that_breaks_is_tried_again()
    {
        var request = await RequestAsync("#download-cut");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await EndOfAsync(sent);
        var target = Ground.File("clip.mp4");

        Assert.IsType<CollectOutcome.NotNow>(await Adapter.CollectAsync(sent, target, default));
        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, target, default));
    }
}
