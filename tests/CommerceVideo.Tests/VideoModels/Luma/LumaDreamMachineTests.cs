using System.Text;
using System.Text.Json;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Callbacks;

namespace CommerceVideo.Tests.VideoModels.Luma;

/// <summary>The older API, which fetches pictures and lists what was asked of it.</summary>
public sealed class LumaDreamMachineTests : ProviderContract, IDisposable
{
    private readonly PictureHost _host = new();

    protected override string Provider => "luma";

    protected override string Section => "Luma";

    protected override string Model => "ray-2";

    /// <summary>Of both platforms, as the settings take them.</summary>
    protected override string Key => $"{StandIns.Key(Provider)}, luma-sandbox-dream-machine";

    protected override IReadOnlyDictionary<string, FailureKind> Failures { get; } =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["#mod-in"] = FailureKind.ContentRefused,
            ["#mod-out"] = FailureKind.ContentRefused,
            ["#fail:blacklisted"] = FailureKind.ContentRefused,
            ["#fail:frames"] = FailureKind.BadAsset,
            ["#fail:dispatch"] = FailureKind.Unknown,
            ["#fail"] = FailureKind.Unknown,
            ["#balance"] = FailureKind.OutOfCredit,
            ["#rate"] = FailureKind.RateLimited,
            ["#throttle"] = FailureKind.Busy,
            ["#retired"] = FailureKind.Retired,
            ["#refuse"] = FailureKind.InvalidInput,
            ["#refuse:403"] = FailureKind.AuthRejected,
        };

    protected override IReadOnlyDictionary<string, string?> Settings => SettingsOf(_host.Settings);

    protected override Type LostAnswerIs => typeof(RecoverOutcome.Found);

    protected override CancelOutcome StopIs => CancelOutcome.NotOffered;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task What_is_found_again_is_this_attempt_and_no_other_of_the_same_picture()
    {
        var (mine, other) = (await RequestAsync(), await RequestAsync());
        var ticket = (await AcceptedAsync(mine)).Ticket;
        await AcceptedAsync(other);

        var found = Assert.IsType<RecoverOutcome.Found>(await LookForAsync(new LostGeneration(mine, Now)));

        Assert.Equal(ticket, found.Ticket);
    }

    [Fact]
    public async Task What_the_list_does_not_have_is_for_a_person_and_never_sent_again()
    {
        var lost = new LostGeneration(await RequestAsync(), Now);

        Assert.IsType<RecoverOutcome.Unknowable>(await LookForAsync(lost));

        Assert.Empty(await StandIns.JobsAsync(Provider));
    }

    [Fact]
    public async Task Without_a_public_address_it_is_refused_here_with_what_to_do()
    {
        using var shut = new AdapterGround(SettingsOf(new Dictionary<string, string?>()));
        var request = await shut.RequestAsync(Model, Shot, Key);

        var failed = Assert.IsType<SubmitOutcome.Failed>(
            await shut.Providers.Find(Provider)!.SubmitAsync(request, default)
        );

        Assert.Equal(FailureKind.InvalidInput, failed.Kind);
        Assert.Contains("PublicAddress", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(await StandIns.JobsAsync(Provider));
    }

    [Fact]
    public async Task A_key_of_the_other_platform_is_told_for_what_it_is()
    {
        var request = await RequestAsync(key: StandIns.Key(Provider));

        var failed = Assert.IsType<SubmitOutcome.Failed>(await Adapter.SubmitAsync(request, default));

        Assert.Equal(FailureKind.AuthRejected, failed.Kind);
    }

    [Fact]
    public async Task A_call_back_wakes_and_brings_the_ticket()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id = "d1968551", state = "completed" });
        var hearing = (ICallsBack)Adapter;

        var heard = await hearing.HearAsync(Callback(body), default);
        var odd = await hearing.HearAsync(Callback(Encoding.UTF8.GetBytes("no json")), default);

        Assert.Equal(new CallbackOutcome.Heard("d1968551"), heard);
        Assert.Equal(new CallbackOutcome.Heard(), odd);
    }

    private static ProviderCallback Callback(byte[] body) =>
        new(Guid.NewGuid(), new Dictionary<string, string>(), body);

    private Dictionary<string, string?> SettingsOf(IReadOnlyDictionary<string, string?> more) =>
        new(more)
        {
            ["VideoModels:Luma:LegacyBaseAddress"] = StandIns.Address(Provider).AbsoluteUri,
            ["VideoModels:Luma:GiveUpAfter"] = "00:00:01",
        };
}
