using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

/// <summary>The worker is killed with -9 again and again, at every step of the road and at any moment, and started again.</summary>
public sealed class KilledWorkerTests
{
    private const int Seed = 20261122;

    private const int AtAnyMoment = 3;

    /// <summary>Each between an effect and its being written down.</summary>
    private static readonly (string Table, string State)[] Moments =
    [
        ("source_image", "accepted"),
        ("generation", "reserved"),
        ("generation", "submitting"),
        ("generation", "submitted"),
        ("generation", "collecting"),
        ("generation", "collected"),
        ("brief", "finishing"),
        ("brief", "publishing"),
        ("publication", "staged"),
        ("publication", "attaching"),
        ("publication", "processing"),
        ("publication", "published"),
    ];

    private static readonly FlowOptions Options = FlowOptions.Quick with
    {
        Apart = true,
        App = new Dictionary<string, string>
        {
            ["Jobs__Heavy"] = "2",
            ["Jobs__Lease"] = "00:00:03",
            // A step that is running at every kill would rightly be given up; here it is to be seen to the end.
            ["Jobs__MostAttempts"] = "50",
        },
    };

    [Fact]
    public async Task A_worker_killed_at_every_step_and_at_any_moment_loses_nothing_and_does_nothing_twice()
    {
        using var photos = new DrawnPhotos();
        await using var system = await FlowSystem.StartAsync(Options);
        var products = new List<AddedProduct>();

        foreach (var (table, state) in Moments)
        {
            await using var gate = await StateGate.BeforeAsync(system.Rows, table, state);
            products.Add(await system.Store.AddAsync($"Killed at {table} {state}", await photos.DrawAsync()));
            await gate.ReachedAsync();
            await system.KillWorkerAsync();
            await system.StartWorkerAsync();
        }

        var random = new Random(Seed);
        for (var kill = 0; kill < AtAnyMoment; kill++)
        {
            products.Add(await system.Store.AddAsync($"Killed at any moment {kill}", await photos.DrawAsync()));
            await Task.Delay(random.Next(300, 3000));
            await system.KillWorkerAsync();
            await system.StartWorkerAsync();
        }

        var view = await system.SettledAsync([.. products.Select(static product => product.Gid)]);
        Assert.All(products, product => IsWhole(view, product.Gid));
        Assert.Empty(view.Report.Parked);
        Assert.Equal(products.Count, view.Store.Shop.Files.Count(static file => file.Kind == "VIDEO"));
        Assert.All(view.Store.Shop.Deliveries, static one => Assert.Equal("delivered", one.State));
        Assert.Equal(0, await system.AskAsync<long>("select count(*) from delivery where state <> 'handled'"));
        Assert.Equal(0, await system.AskAsync<long>("select count(*) from work"));
    }

    private static void IsWhole(FlowView view, string gid)
    {
        Assert.True(view.State(gid) == "ready", view.Tell(gid));
        var media = view.Store.Of(gid)!.Media;
        Assert.Equal(["IMAGE", "VIDEO"], media.Select(static one => one.Kind));
        Assert.Equal(("READY", view.Page(gid).Sha256), (media[1].Status, media[1].Sha256));
        Assert.Equal("collected", Assert.Single(view.Attempts(gid)).State);
    }
}
