using CommerceVideo.Media;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Tests.VideoModels.MiniMax;

/// <summary>What H3 is shown of a casting, against the stand-in that refuses frames and references in one request.</summary>
public sealed class MiniMaxReferencesTests : IAsyncLifetime
{
    private const string Model = "hailuo-h3";

    private static readonly Shot Shot = new(
        "scene",
        ShotStart.References,
        ShotMove.Scene,
        5,
        new AspectRatio(9, 16),
        Loop: false,
        "Show it."
    );

    private DrawnPhotos Drawn { get; } = new();
    private StandIns _standIns = null!;
    private AdapterGround Ground { get; set; } = null!;

    public async Task InitializeAsync()
    {
        _standIns = await StandIns.StartAsync("minimax");
        Ground = new AdapterGround(
            new Dictionary<string, string?>
            {
                ["VideoModels:MiniMax:BaseAddress"] = _standIns.Address("minimax").AbsoluteUri,
            }
        );
    }

    public async Task DisposeAsync()
    {
        Ground.Dispose();
        Drawn.Dispose();
        await _standIns.DisposeAsync();
    }

    [Fact]
    public async Task A_scene_is_bought_with_the_product_and_the_casting_at_the_list_price()
    {
        var request = await Ground.CastRequestAsync(Drawn, Model, Shot, _standIns.Key("minimax"));

        var accepted = Assert.IsType<SubmitOutcome.Accepted>(
            await Ground.Providers.Find("minimax")!.SubmitAsync(request, default)
        );

        Assert.Empty(accepted.Warnings.Concat(request.Order.Warnings));
        var job = Assert.Single(await _standIns.JobsAsync("minimax"));
        Assert.Equal(4, job["pictures"]!.AsArray().Count);
        Assert.StartsWith(
            "The Tee is the one in Image 1, the same in every detail. The person is the one in Image 2 and Image 3",
            $"{job["prompt"]}",
            StringComparison.Ordinal
        );
        await Hailuo.SucceededAsync(_standIns, "minimax");
        job = Assert.Single(await _standIns.JobsAsync("minimax"));
        Assert.Equal(
            request.Order.Price.Amount,
            decimal.Parse($"{job["bill"]!["amount"]}", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public async Task A_walk_keeps_its_first_frame_and_says_that_the_casting_stayed_behind()
    {
        var walk = CastPictures.Walk(Shot) with { Start = ShotStart.Picture };
        var request = await Ground.CastRequestAsync(Drawn, Model, walk, _standIns.Key("minimax"));

        await Ground.Providers.Find("minimax")!.SubmitAsync(request, default);

        Assert.Empty(request.References);
        Assert.Contains(
            request.Order.Warnings,
            static text => text.Contains("either a first frame or casting", StringComparison.Ordinal)
        );
        Assert.Single(Assert.Single(await _standIns.JobsAsync("minimax"))["pictures"]!.AsArray());
    }

    [Fact]
    public void No_more_pictures_are_sent_than_cost_nothing()
    {
        var many = new ShotCast([
            new CastMember(Guid.NewGuid(), CastKind.Person, "", ["1", "2", "3", "4"]),
            new CastMember(Guid.NewGuid(), CastKind.Place, "", ["5", "6", "7", "8"]),
        ]);

        var choice = ReferenceChoice.Of(Ground.Register.Find(Model)!, Shot with { Cast = many });

        Assert.Equal(["1", "2", "5", "6"], choice.Sent.Select(static one => one.Picture));
    }
}
