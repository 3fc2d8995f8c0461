using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Callbacks;

namespace CommerceVideo.Tests.VideoModels.Kling;

public sealed class KlingCallbackTests
{
    private const string Old = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";
    private const string New = "whsec_YW5vdGhlciBzZWNyZXQgb2YgMzIgYnl0ZXMgaGVyZSE=";
    private const string Body = """{"id":"1234567890","status":"succeeded","message":"","outputs":[],"billing":[]}""";

    private static readonly HandClock Clock = new();

    [Fact]
    public async Task A_call_with_a_good_signature_is_heard() =>
        Assert.IsType<CallbackOutcome.Heard>(await HearAsync(Signed(Clock.GetUtcNow(), Old), Old));

    [Fact]
    public async Task The_vendors_own_example_is_heard()
    {
        const string body =
            """{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}""";
        var headers = Headers("9876543210", "1781080794", "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=");
        var then = new HandClock();
        then.Move(DateTimeOffset.FromUnixTimeSeconds(1781080800) - then.GetUtcNow());

        Assert.IsType<CallbackOutcome.Heard>(await HearAsync(headers, body, then, Old));
    }

    [Fact]
    public async Task A_call_that_somebody_else_signed_is_forged() =>
        Assert.IsType<CallbackOutcome.Forged>(await HearAsync(Signed(Clock.GetUtcNow(), New), Old));

    [Fact]
    public async Task A_body_that_was_changed_on_the_way_is_forged() =>
        Assert.IsType<CallbackOutcome.Forged>(
            await HearAsync(Signed(Clock.GetUtcNow(), Old), Body.Replace("succeeded", "failed"), Clock, Old)
        );

    [Fact]
    public async Task A_call_without_a_signature_is_forged_where_a_secret_is_known() =>
        Assert.IsType<CallbackOutcome.Forged>(
            await HearAsync(new Dictionary<string, string>(StringComparer.Ordinal), Old)
        );

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task A_call_of_another_time_is_forged_however_well_it_is_signed(int seconds) =>
        Assert.IsType<CallbackOutcome.Forged>(await HearAsync(Signed(Clock.GetUtcNow().AddSeconds(seconds), Old), Old));

    [Theory]
    [InlineData(-299)]
    [InlineData(299)]
    public async Task Clocks_may_differ_by_five_minutes(int seconds) =>
        Assert.IsType<CallbackOutcome.Heard>(await HearAsync(Signed(Clock.GetUtcNow().AddSeconds(seconds), Old), Old));

    [Fact]
    public async Task While_the_secret_changes_either_one_is_good_on_either_side()
    {
        var now = Clock.GetUtcNow();

        Assert.IsType<CallbackOutcome.Heard>(await HearAsync(Signed(now, Old, New), New));
        Assert.IsType<CallbackOutcome.Heard>(await HearAsync(Signed(now, Old), Old, New));
        Assert.IsType<CallbackOutcome.Heard>(await HearAsync(Signed(now, New), Old, New));
    }

    [Fact]
    public async Task Without_a_secret_a_call_only_wakes_us()
    {
        var heard = Assert.IsType<CallbackOutcome.Heard>(
            await HearAsync(new Dictionary<string, string>(StringComparer.Ordinal))
        );

        Assert.Null(heard.Ticket);
    }

    private static Task<CallbackOutcome> HearAsync(
        IReadOnlyDictionary<string, string> headers,
        params string[] secrets
    ) => HearAsync(headers, Body, Clock, secrets);

    private static async Task<CallbackOutcome> HearAsync(
        IReadOnlyDictionary<string, string> headers,
        string body,
        HandClock clock,
        params string[] secrets
    )
    {
        using var ground = new AdapterGround(
            secrets
                .Select(static (secret, at) => ($"VideoModels:Kling:WebhookSecrets:{at}", secret))
                .ToDictionary(static one => one.Item1, static one => (string?)one.secret),
            clock
        );
        var kling = Assert.IsAssignableFrom<ICallsBack>(ground.Providers.Find("kling"));
        return await kling.HearAsync(
            new ProviderCallback(Guid.CreateVersion7(), headers, Encoding.UTF8.GetBytes(body)),
            default
        );
    }

    private static Dictionary<string, string> Signed(DateTimeOffset at, params string[] secrets)
    {
        const string id = "call-1";
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Headers(
            id,
            stamp,
            string.Join(' ', secrets.Select(secret => $"v1,{Sign(secret, $"{id}.{stamp}.{Body}")}"))
        );
    }

    private static string Sign(string secret, string text) =>
        Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes(text))
        );

    private static Dictionary<string, string> Headers(string id, string stamp, string signatures) =>
        new(StringComparer.Ordinal)
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = stamp,
            ["webhook-signature"] = signatures,
        };
}
