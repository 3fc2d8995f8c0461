using System.Globalization;
using CommerceVideo.Tests.Generation;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;

namespace CommerceVideo.Tests.Flow;

/// <summary>A provider goes away while it renders one video and another waits for its turn.</summary>
public sealed class StoppedProviderTests
{
    private const string Open =
        "select count(*) from generation where state not in ('collected', 'failed', 'refused', 'cancelled', 'unclear')";

    [Fact]
    public async Task A_provider_that_stops_in_mid_run_changes_the_route_and_loses_nothing()
    {
        await using var standIns = await StandIns.StartAsync("kling", seconds: "120");
        using var photos = new DrawnPhotos();
        await using var system = await FlowSystem.StartAsync(
            FlowOptions.Quick with
            {
                App = new Dictionary<string, string>
                {
                    ["Models__Allowed"] = $"{GenerationGround.First},studio",
                    [$"Models__Versions__{GenerationGround.First}__AtOnce"] = "1",
                    ["VideoModels__Kling__BaseAddress"] = standIns.Address("kling").AbsoluteUri,
                    ["VideoModels__Kling__ApiKey"] = standIns.Key("kling"),
                    ["VideoModels__Kling__WebhookSecrets__0"] = standIns.Setting("kling", "WebhookSecrets__0"),
                },
            }
        );
        await system.Store.AddAsync("Under way", await photos.DrawAsync());
        await system.Store.AddAsync("Waits its turn", await photos.DrawAsync());
        await UntilAsync(system, "select count(*) from generation where ticket is not null", 1);
        await UntilAsync(system, "select count(*) from generation where state = 'reserved'", 1);

        await standIns.TellAsync("kling", "stop");
        await UntilAsync(
            system,
            "select count(*) from generation where provider = 'studio' and state = 'collected'",
            1
        );
        Assert.Equal(
            1,
            await system.AskAsync<long>(
                "select count(*) from generation where provider = 'kling' and failure = 'provider_down'"
            )
        );
        await standIns.TellAsync("kling", "start");
        await standIns.AdvanceAsync(TimeSpan.FromMinutes(3));
        await UntilAsync(system, Open, 0);

        var job = StandInJob.Of(Assert.Single(await standIns.JobsAsync("kling")));
        Assert.Equal(("succeeded", 1), (job.State, job.Submits));
        Assert.Equal(
            "kling collected, kling failed, studio collected",
            await system.AskAsync<string>(
                "select string_agg(provider || ' ' || state, ', ' order by provider, state) from generation"
            )
        );
        Assert.Equal(
            job.Billed.ToString("0.00####", CultureInfo.InvariantCulture),
            (await system.AskAsync<decimal>("select sum(coalesce(settled, reserved)) from charge")).ToString(
                "0.00####",
                CultureInfo.InvariantCulture
            )
        );
    }

    private static Task UntilAsync(FlowSystem system, string sql, long count) =>
        Poll.UntilAsync(async () => await system.AskAsync<long>(sql) == count, TimeSpan.FromMinutes(2));
}
