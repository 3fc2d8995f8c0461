using System.Text.Json.Nodes;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Vertex;

namespace CommerceVideo.Tests.VideoModels.Vertex;

public sealed class VertexProviderTests : ProviderContract
{
    private const string ReadyToken = "ya29.sandbox-vertex-token";

    protected override string Provider => "vertex";

    protected override string Section => "Vertex";

    protected override string Model => "veo-3.1";

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["VideoModels:Vertex:TokenAddress"] = new Uri(StandIns.Address(Provider), "token").AbsoluteUri,
            ["VideoModels:Vertex:Project"] = "sandbox-project",
        };

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#badimg"] = FailureKind.BadAsset,
            ["#refuse"] = FailureKind.InvalidInput,
            ["#refuse:PERMISSION_DENIED"] = FailureKind.AuthRejected,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#throttle"] = FailureKind.RateLimited,
            ["#retired"] = FailureKind.Retired,
            ["#fail"] = FailureKind.Unknown,
            ["#fail:3"] = FailureKind.InvalidInput,
            ["#fail:4"] = FailureKind.TimedOut,
            ["#fail:8"] = FailureKind.RateLimited,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Unknowable);

    protected override CancelOutcome StopIs => CancelOutcome.NotOffered;

    [Fact]
    public async Task A_token_that_somebody_fetched_elsewhere_is_a_key_too()
    {
        var clip = await ToClipAsync(await RequestAsync(key: ReadyToken));

        Assert.Equal(4, clip.Seconds, 1.0);
    }

    [Fact]
    public async Task A_token_without_a_project_is_refused_before_anything_is_sent()
    {
        using var ground = new AdapterGround(
            new Dictionary<string, string?>
            {
                ["VideoModels:Vertex:BaseAddress"] = StandIns.Address(Provider).AbsoluteUri,
            }
        );
        var request = await ground.RequestAsync(Model, Shot, ReadyToken);

        var failed = Assert.IsType<SubmitOutcome.Failed>(
            await ground.Providers.Find(Provider)!.SubmitAsync(request, default)
        );

        Assert.Equal(FailureKind.AuthRejected, failed.Kind);
        Assert.Contains("Project", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(await StandIns.JobsAsync(Provider));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"client_email":"a@b","private_key":"none"}""")]
    public async Task A_key_file_that_is_none_is_told_for_what_it_is(string key)
    {
        var failed = Assert.IsType<SubmitOutcome.Failed>(
            await Adapter.SubmitAsync(await RequestAsync(key: key), default)
        );

        Assert.Equal(FailureKind.AuthRejected, failed.Kind);
    }

    [Fact]
    public async Task An_account_that_google_does_not_know_is_refused_and_its_key_shown_nowhere()
    {
        var file = JsonNode.Parse(StandIns.Key(Provider))!.AsObject();
        file["client_email"] = "other@sandbox-project.iam.gserviceaccount.com";

        var failed = Assert.IsType<SubmitOutcome.Failed>(
            await Adapter.SubmitAsync(await RequestAsync(key: file.ToJsonString()), default)
        );

        Assert.Equal(FailureKind.AuthRejected, failed.Kind);
        var secret = $"{file["private_key"]}".Split('\n')[1];
        Assert.DoesNotContain(
            Ground.Log.All.Append($"{failed}"),
            line => line.Contains(secret, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_download_that_breaks_in_the_middle_leaves_nothing_and_is_tried_again()
    {
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));
        var target = Ground.File("clip.mp4");
        var halfAnAnswer = new Dictionary<string, int> { ["read-malformed"] = 1 };
        await StandIns.TellAsync(Provider, "faults", new { next = halfAnAnswer });

        Assert.IsType<CollectOutcome.NotNow>(await Adapter.CollectAsync(sent, target, default));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(target)!, "clip.mp4*"));

        Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, target, default));
    }

    [Theory]
    [InlineData(5, FailureKind.Retired)]
    [InlineData(7, FailureKind.AuthRejected)]
    [InlineData(9, FailureKind.InvalidInput)]
    [InlineData(14, FailureKind.Unknown)]
    [InlineData(16, FailureKind.AuthRejected)]
    [InlineData(null, FailureKind.Unknown)]
    public void Every_code_of_an_operation_has_its_kind(int? code, FailureKind kind) =>
        Assert.Equal(
            kind,
            VertexFailures.OfEnd(new VertexOperation(Done: true, code, "Failed.", Filtered: false, HasVideo: false))
        );
}
