using System.Net.Http.Headers;
using System.Net.Http.Json;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.ComfyUi;

public sealed class ComfyUiProviderTests : ProviderContract
{
    protected override string Provider => "comfyui";

    protected override string Section => "ComfyUi";

    protected override string Model => "comfyui-wan-2.2";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#refuse"] = FailureKind.InvalidInput,
            ["#refuse:413"] = FailureKind.BadAsset,
            ["#retired"] = FailureKind.InvalidInput,
            ["#badimg"] = FailureKind.BadAsset,
            ["#rate"] = FailureKind.RateLimited,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#mod-out"] = FailureKind.Unknown,
            ["#fail"] = FailureKind.Unknown,
            ["#fail:torch.OutOfMemoryError"] = FailureKind.Busy,
        };

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Found);

    protected override CancelOutcome StopIs => CancelOutcome.Cancelled;

    [Fact]
    public async Task The_attempts_own_id_is_the_servers_too()
    {
        var request = await RequestAsync();

        Assert.Equal(request.Generation.ToString(), (await AcceptedAsync(request)).Ticket);
    }

    [Fact]
    public async Task Sent_once_more_it_is_the_same_prompt()
    {
        var request = await RequestAsync();
        var first = await AcceptedAsync(request);

        var second = await AcceptedAsync(request with { SentBefore = true });

        Assert.Equal(first.Ticket, second.Ticket);
        Assert.Single(await StandIns.JobsAsync(Provider));
    }

    [Fact]
    public async Task What_never_arrived_may_be_sent()
    {
        var lost = new LostGeneration(await RequestAsync(), Now);

        Assert.IsType<RecoverOutcome.SafeToSend>(await LookForAsync(lost));
    }

    [Fact]
    public async Task The_second_waits_and_leaves_the_queue_when_it_is_not_wanted()
    {
        var running = await AcceptedAsync(await RequestAsync("#never"));
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        Assert.Equal(
            new CheckOutcome.Running(TimeSpan.FromSeconds(5), Waiting: true),
            await Adapter.CheckAsync(sent, default)
        );

        Assert.Equal(CancelOutcome.Cancelled, await Adapter.CancelAsync(sent, default));

        var jobs = await StandIns.JobsAsync(Provider);
        Assert.Equal("cancelled", $"{jobs.Single(job => $"{job["id"]}" == sent.Ticket)["state"]}");
        Assert.NotEqual("cancelled", $"{jobs.Single(job => $"{job["id"]}" == running.Ticket)["state"]}");
    }

    [Fact]
    public async Task What_has_ended_cannot_be_stopped()
    {
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await EndOfAsync(sent);

        Assert.Equal(CancelOutcome.TooLate, await Adapter.CancelAsync(sent, default));
    }

    [Fact]
    public async Task What_the_server_forgot_has_failed_for_nothing()
    {
        var request = await RequestAsync();
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await EndOfAsync(sent);
        await ForgetAsync();

        var failed = Assert.IsType<CheckOutcome.Failed>(await Adapter.CheckAsync(sent, default));

        Assert.Equal((FailureKind.ProviderDown, 0m), (failed.Kind, failed.Billed?.Amount));
    }

    [Fact]
    public async Task A_read_that_failed_says_nothing_of_the_prompt()
    {
        var request = await RequestAsync("#never #read-5xx*9");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        CheckOutcome? seen = null;
        await Poll.UntilAsync(async () => (seen = await Adapter.CheckAsync(sent, default)) is not CheckOutcome.Running);

        Assert.IsType<CheckOutcome.Unseen>(seen);
    }

    private async Task ForgetAsync()
    {
        using var http = new HttpClient { BaseAddress = StandIns.Address(Provider) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var answer = await http.PostAsJsonAsync(new Uri("history", UriKind.Relative), new { clear = true });
        answer.EnsureSuccessStatusCode();
    }
}
