using CommerceVideo.Media;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.Kling;

/// <summary>Omni, on its own path, with an API key.</summary>
public sealed class KlingOmniProviderTests : ProviderContract
{
    private DrawnPhotos Drawn { get; } = new();

    protected override string Provider => "kling";

    protected override string Section => "Kling";

    protected override string Model => "kling-3.0-omni";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.InvalidInput,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#throttle"] = FailureKind.Busy,
            ["#retired"] = FailureKind.Retired,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Found);

    protected override CancelOutcome StopIs => CancelOutcome.NotOffered;

    [Fact]
    public async Task A_walk_starts_from_the_photo_and_shows_the_casting_beside_it()
    {
        var request = await Ground.CastRequestAsync(Drawn, Model, CastPictures.Walk(Shot), Key);

        await ToClipAsync(request);

        var job = Assert.Single(await StandIns.JobsAsync(Provider));
        Assert.Equal(4, job["pictures"]!.AsArray().Count);
        Assert.Contains(
            "The person is the one in <<<image_2>>> and <<<image_3>>> (Tall, short grey hair)",
            $"{job["prompt"]}",
            StringComparison.Ordinal
        );
        Assert.Contains("The place is the one in <<<image_4>>>", $"{job["prompt"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scene_is_made_from_the_product_and_the_casting_in_the_shape_that_was_bought()
    {
        var scene = CastPictures.Scene(Shot) with { Ratio = new AspectRatio(16, 9) };
        var request = await Ground.CastRequestAsync(Drawn, Model, scene, Key);

        var clip = await ToClipAsync(request);

        Assert.InRange((double)clip.Width / clip.Height, 1.7, 1.85);
        Assert.Null(clip.Focus);
        var job = Assert.Single(await StandIns.JobsAsync(Provider));
        Assert.Equal(4, job["pictures"]!.AsArray().Count);
        Assert.StartsWith("The Tee is the one in <<<image_1>>>", $"{job["prompt"]}", StringComparison.Ordinal);
        Assert.Contains("The person is the one in <<<image_2>>>", $"{job["prompt"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_looping_walk_counts_its_last_frame_among_the_pictures()
    {
        var request = await Ground.CastRequestAsync(Drawn, Model, CastPictures.Walk(Shot) with { Loop = true }, Key);

        await AcceptedAsync(request with { Ending = request.Photo });

        var job = Assert.Single(await StandIns.JobsAsync(Provider));
        Assert.Equal(5, job["pictures"]!.AsArray().Count);
        Assert.Contains("The person is the one in <<<image_3>>>", $"{job["prompt"]}", StringComparison.Ordinal);
    }
}
