using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.Luma;

/// <summary>The Agents API.</summary>
public sealed class LumaProviderTests : ProviderContract
{
    protected override string Provider => "luma";

    protected override string Section => "Luma";

    protected override string Model => "ray-3.2";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.BadAsset,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#throttle"] = FailureKind.Busy,
            ["#retired"] = FailureKind.Retired,
            ["#refuse"] = FailureKind.InvalidInput,
            ["#refuse:403"] = FailureKind.AuthRejected,
            ["#refuse:413"] = FailureKind.BadAsset,
            ["#fail"] = FailureKind.Unknown,
            ["#fail:budget_exhausted"] = FailureKind.OutOfCredit,
            ["#fail:output_not_found"] = FailureKind.Unknown,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Unknowable);

    protected override CancelOutcome StopIs => CancelOutcome.NotOffered;

    [Fact]
    public async Task Ten_seconds_and_a_loop_are_taken_in_the_fields_that_each_needs()
    {
        var five = await Ground.RequestAsync(Model, Shot with { Loop = true }, Key);
        var ten = await Ground.RequestAsync(Model, Shot with { Seconds = 8, Loop = true }, Key);

        await AcceptedAsync(five with { Ending = five.Photo });
        await AcceptedAsync(ten with { Ending = ten.Photo });

        Assert.Equal([5m, 10m], from job in await StandIns.JobsAsync(Provider) select (decimal)job["seconds"]!);
    }

    [Fact]
    public async Task A_link_that_ran_out_is_fetched_again_by_asking_anew()
    {
        var request = await RequestAsync("#expired-url");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));

        // The check's own read brought the link that was too old.
        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, Ground.File("clip.mp4"), default));
    }
}
