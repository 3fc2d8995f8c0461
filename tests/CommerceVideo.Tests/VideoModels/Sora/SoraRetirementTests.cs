using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.Sora;

/// <summary>The end of Sora, 2026-09-24: before it the app works, from it on nothing is sent, and its date is a setting.</summary>
public sealed class SoraRetirementTests
{
    private const string Provider = "sora";

    private static readonly DateTimeOffset Today = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset LastMoment = new(2026, 9, 23, 23, 59, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("sora-2")]
    [InlineData("sora-2-pro")]
    public async Task After_its_end_every_wish_is_answered_and_none_of_them_reaches_OpenAI(string model)
    {
        await using var standIns = await StandIns.StartAsync(Provider, now: Today);
        using var ground = Ground(standIns, Today);
        var adapter = ground.Providers.Find(Provider)!;
        var request = await RequestAsync(ground, standIns, model);
        var sent = new SentGeneration(request, "video_1", Today);

        var submitted = Assert.IsType<SubmitOutcome.Failed>(await adapter.SubmitAsync(request, default));
        var ended = Assert.IsType<CheckOutcome.Failed>(await adapter.CheckAsync(sent, default));
        var collected = Assert.IsType<CollectOutcome.Failed>(
            await adapter.CollectAsync(sent, ground.File("clip.mp4"), default)
        );
        var unknowable = Assert.IsType<RecoverOutcome.Unknowable>(
            await adapter.RecoverAsync(new LostGeneration(request, Today), 0, default)
        );
        Assert.Equal(CancelOutcome.NotOffered, await adapter.CancelAsync(sent, default));

        Assert.Equal(
            [FailureKind.Retired, FailureKind.Retired, FailureKind.Retired],
            [submitted.Kind, ended.Kind, collected.Kind]
        );
        Assert.Contains("ended on 2026-09-24", submitted.Reason, StringComparison.Ordinal);
        Assert.Contains("ended on 2026-09-24", unknowable.Evidence, StringComparison.Ordinal);
        Assert.Equal(0, await CallsAsync(standIns));
    }

    [Fact]
    public async Task Until_the_last_minute_it_is_called()
    {
        await using var standIns = await StandIns.StartAsync(Provider, now: LastMoment);
        using var ground = Ground(standIns, LastMoment);

        var outcome = await ground.Providers.Find(Provider)!.SubmitAsync(await RequestAsync(ground, standIns), default);

        Assert.IsType<SubmitOutcome.Accepted>(outcome);
    }

    [Fact]
    public async Task With_its_date_moved_it_works_for_as_long_as_its_provider_does()
    {
        await using var standIns = await StandIns.StartAsync(Provider, now: LastMoment);
        using var ground = Ground(standIns, Today, retired: "2027-01-01");

        var outcome = await ground.Providers.Find(Provider)!.SubmitAsync(await RequestAsync(ground, standIns), default);

        Assert.IsType<SubmitOutcome.Accepted>(outcome);
    }

    [Fact]
    public async Task With_its_date_moved_in_vain_what_is_left_of_it_reads_as_retired()
    {
        await using var standIns = await StandIns.StartAsync(Provider, now: Today);
        using var ground = Ground(standIns, Today, retired: "2027-01-01");
        var adapter = ground.Providers.Find(Provider)!;
        var request = await RequestAsync(ground, standIns);

        var failed = Assert.IsType<SubmitOutcome.Failed>(await adapter.SubmitAsync(request, default));
        var unseen = Assert.IsType<CheckOutcome.Unseen>(
            await adapter.CheckAsync(new SentGeneration(request, "video_1", Today), default)
        );

        Assert.Equal((FailureKind.Retired, FailureKind.Retired), (failed.Kind, unseen.Kind));
        Assert.Equal(2, await CallsAsync(standIns));
    }

    /// <summary>By its own clock the stand-in is gone, so that each call of anybody is one too many and counted.</summary>
    private static async Task<int> CallsAsync(StandIns standIns)
    {
        var state = await standIns.StateAsync(Provider);
        Assert.Empty(state["jobs"]!.AsArray());
        return (int)state["refusedCalls"]!;
    }

    private static Task<GenerationRequest> RequestAsync(
        AdapterGround ground,
        StandIns standIns,
        string model = "sora-2"
    ) =>
        ground.RequestAsync(
            model,
            new Shot("open", ShotStart.Picture, ShotMove.PushIn, 4, new(9, 16), Loop: false, "Come closer."),
            standIns.Key(Provider)
        );

    private static AdapterGround Ground(StandIns standIns, DateTimeOffset now, string? retired = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["VideoModels:Sora:BaseAddress"] = standIns.Address(Provider).AbsoluteUri,
        };
        if (retired is not null)
        {
            settings["Models:Versions:sora-2:Retired"] = retired;
        }

        return new AdapterGround(settings, new ShiftedTime(now));
    }
}
