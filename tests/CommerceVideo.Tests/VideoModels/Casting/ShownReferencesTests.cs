using CommerceVideo.Media;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.Casting;

/// <summary>What each model that takes references is shown of a casting, in its strict stand-in's own books.</summary>
public sealed class ShownReferencesTests : IDisposable
{
    private static readonly Shot Scene = new(
        "scene",
        ShotStart.References,
        ShotMove.Scene,
        5,
        new AspectRatio(9, 16),
        Loop: false,
        "Show it."
    );

    private static readonly Shot Walk = Scene with { Start = ShotStart.Picture, Move = ShotMove.Walk };

    private DrawnPhotos Drawn { get; } = new();

    public void Dispose() => Drawn.Dispose();

    /// <summary>Provider, its settings' section, model, pictures shown, and what binds them in the prompt.</summary>
    public static TheoryData<string, string, string, int, string> Scenes =>
        new()
        {
            { "wan", "Wan", "wan-3.0", 4, "The person is the one in Image 2 and Image 3" },
            { "vertex", "Vertex", "veo-3.1", 3, "The person is the one in the reference pictures" },
            {
                "google",
                "Google",
                "gemini-omni-1.1-flash",
                3,
                "[# References <IMAGE_REF_0>@Image1 <IMAGE_REF_1>@Image2 <IMAGE_REF_2>@Image3] The Tee is the one in <IMAGE_REF_0>"
            },
            { "seedance", "Seedance", "seedance-2.5", 2, "The place is the one in Image 2 (A bright loft)." },
        };

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task A_scene_is_bought_with_the_product_and_as_much_of_the_casting_as_the_model_takes(
        string provider,
        string section,
        string model,
        int pictures,
        string binding
    )
    {
        await using var standIns = await StandIns.StartAsync(provider);
        using var ground = Ground(standIns, provider, section);
        var request = await ground.CastRequestAsync(Drawn, model, Scene, standIns.Key(provider));

        var outcome = await ground.Providers.Find(provider)!.SubmitAsync(request, default);

        Assert.True(outcome is SubmitOutcome.Accepted, $"{outcome}");
        Assert.Equal(pictures < 4, request.Order.Warnings.Count > 0);
        var job = Assert.Single(await standIns.JobsAsync(provider));
        Assert.Equal(pictures, job["pictures"]!.AsArray().Count);
        Assert.Contains(binding, $"{job["prompt"]}", StringComparison.Ordinal);
        Assert.Equal(model == "veo-3.1" ? 8 : 5, (int)job["seconds"]!);
    }

    public static TheoryData<string, string, string> EitherOr =>
        new()
        {
            { "wan", "Wan", "wan-3.0" },
            { "vertex", "Vertex", "veo-3.1" },
            { "seedance", "Seedance", "seedance-2.5" },
        };

    [Theory]
    [MemberData(nameof(EitherOr))]
    public async Task Where_frames_and_references_exclude_each_other_the_first_frame_goes_alone_and_that_is_said(
        string provider,
        string section,
        string model
    )
    {
        await using var standIns = await StandIns.StartAsync(provider);
        using var ground = Ground(standIns, provider, section);
        var request = await ground.CastRequestAsync(Drawn, model, Walk, standIns.Key(provider));

        var outcome = await ground.Providers.Find(provider)!.SubmitAsync(request, default);

        Assert.True(outcome is SubmitOutcome.Accepted, $"{outcome}");
        Assert.Single(Assert.Single(await standIns.JobsAsync(provider))["pictures"]!.AsArray());
        Assert.NotEmpty(request.Order.Warnings);
    }

    [Fact]
    public async Task Omni_is_shown_the_casting_beside_the_first_frame()
    {
        await using var standIns = await StandIns.StartAsync("google");
        using var ground = Ground(standIns, "google", "Google");
        var request = await ground.CastRequestAsync(
            Drawn,
            "gemini-omni-1.1-flash",
            Walk with
            {
                Loop = true,
            },
            standIns.Key("google")
        );

        var outcome = await ground
            .Providers.Find("google")!
            .SubmitAsync(request with { Ending = request.Photo }, default);

        Assert.True(outcome is SubmitOutcome.Accepted, $"{outcome}");
        var job = Assert.Single(await standIns.JobsAsync("google"));
        Assert.Equal(5, job["pictures"]!.AsArray().Count);
        Assert.StartsWith(
            "[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] [# References <IMAGE_REF_0>@Image3 <IMAGE_REF_1>@Image4 <IMAGE_REF_2>@Image5] The person is the one in <IMAGE_REF_0> and <IMAGE_REF_1>",
            $"{job["prompt"]}",
            StringComparison.Ordinal
        );
    }

    private static AdapterGround Ground(StandIns standIns, string provider, string section) =>
        new(
            new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                [$"VideoModels:{section}:BaseAddress"] = standIns.Address(provider).AbsoluteUri,
                ["VideoModels:Vertex:TokenAddress"] = new Uri(standIns.Address(provider), "token").AbsoluteUri,
                ["VideoModels:Vertex:Project"] = "sandbox-project",
            }
        );
}
