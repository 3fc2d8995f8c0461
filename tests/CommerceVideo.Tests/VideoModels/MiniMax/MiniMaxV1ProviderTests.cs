using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.MiniMax;

/// <summary>Hailuo 2.3, on v1.</summary>
public sealed class MiniMaxV1ProviderTests : ProviderContract
{
    protected override string Provider => "minimax";

    protected override string Section => "MiniMax";

    protected override string Model => "hailuo-2.3";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.BadAsset,
            ["#refuse"] = FailureKind.InvalidInput,
            ["#refuse:2056"] = FailureKind.OutOfCredit,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#throttle"] = FailureKind.Busy,
            ["#retired"] = FailureKind.Retired,
            ["#fail"] = FailureKind.Unknown,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Unknowable);

    protected override CancelOutcome StopIs => CancelOutcome.NotOffered;

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1024)]
    [InlineData(1033)]
    public async Task Its_own_trouble_does_not_say_whether_a_task_was_made(int code) =>
        Assert.IsType<SubmitOutcome.Unclear>(await Adapter.SubmitAsync(await RequestAsync($"#refuse:{code}"), default));

    [Fact]
    public async Task A_look_that_comes_too_often_says_nothing_of_the_task()
    {
        var request = await RequestAsync("#read-rate");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        var unseen = Assert.IsType<CheckOutcome.Unseen>(await Adapter.CheckAsync(sent, default));

        Assert.Equal(FailureKind.RateLimited, unseen.Kind);
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));
    }

    [Fact]
    public async Task A_file_whose_link_ran_out_is_given_a_new_one()
    {
        var request = await RequestAsync("#expired-url");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await Hailuo.SucceededAsync(StandIns, Provider);

        Assert.IsType<CollectOutcome.NotNow>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
    }
}
