using System.Net;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Fal;

namespace CommerceVideo.Tests.VideoModels.Fal;

public sealed class FalKeysTests : IDisposable
{
    private static readonly Uri Address = new("https://rest.fal.ai/.well-known/jwks.json");

    private readonly HandClock _clock = new();
    private readonly StubHttp _http = new();
    private readonly HttpClient _client;
    private readonly FalKeys _keys;

    public FalKeysTests()
    {
        _client = new HttpClient(_http);
        _keys = new FalKeys(
            new ProviderApi(_client, new ProviderCircuit(_clock), TimeSpan.FromSeconds(30), _clock),
            Address,
            _clock
        );
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_set_is_read_once_for_a_day_and_without_a_key_of_ours()
    {
        _http.Answers(FalCalls.KeySet(FalCalls.KeyOne)).Answers(FalCalls.KeySet(FalCalls.KeyOne));

        Assert.Null(await ProblemAsync(FalCalls.ByOne));
        _clock.Move(TimeSpan.FromHours(23));
        Assert.Null(await ProblemAsync(FalCalls.ByOne));
        Assert.Single(_http.Calls);
        _clock.Move(TimeSpan.FromHours(1));
        Assert.Null(await ProblemAsync(FalCalls.ByOne));

        Assert.Equal([Address, Address], _http.Calls.Select(static call => call.Address));
        Assert.DoesNotContain(
            _http.Calls,
            static call => call.Headers.Contains("Authorization", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_new_key_is_found_by_the_first_signature_it_made()
    {
        _http.Answers(FalCalls.KeySet(FalCalls.KeyOne)).Answers(FalCalls.KeySet(FalCalls.KeyOne, FalCalls.KeyTwo));
        Assert.Null(await ProblemAsync(FalCalls.ByOne));
        _clock.Move(TimeSpan.FromMinutes(10));

        Assert.Null(await ProblemAsync(FalCalls.ByTwo));
        Assert.Null(await ProblemAsync(FalCalls.ByOne));

        Assert.Equal(2, _http.Calls.Count);
    }

    [Fact]
    public async Task Forged_calls_make_us_ask_once_a_minute_at_most()
    {
        _http.Answers(FalCalls.KeySet(FalCalls.KeyOne)).Answers(FalCalls.KeySet(FalCalls.KeyOne));

        Assert.NotNull(await ProblemAsync(FalCalls.ByTwo));
        Assert.NotNull(await ProblemAsync(FalCalls.ByTwo));
        Assert.Single(_http.Calls);
        _clock.Move(TimeSpan.FromMinutes(1));
        Assert.NotNull(await ProblemAsync(FalCalls.ByTwo));

        Assert.Equal(2, _http.Calls.Count);
    }

    [Fact]
    public async Task Without_the_set_nothing_is_believed()
    {
        _http.Answers("{}", HttpStatusCode.NotFound);

        Assert.Equal("fal's public keys cannot be read.", await ProblemAsync(FalCalls.ByOne));
    }

    [Fact]
    public async Task Keys_of_another_kind_are_passed_over()
    {
        _http.Answers(
            $$"""{"keys":[{"kty":"RSA","n":"AQAB"},{"kty":"OKP","crv":"Ed25519","x":"short"},{"kty":"OKP","crv":"X25519","x":"{{FalCalls.KeyTwo}}"},{"kty":"OKP","crv":"Ed25519","x":"{{FalCalls.KeyOne}}"}]}"""
        );

        Assert.Null(await ProblemAsync(FalCalls.ByOne));
        Assert.NotNull(await ProblemAsync(FalCalls.ByTwo));
    }

    private Task<string?> ProblemAsync(string signature)
    {
        // Signed at noon: the clock of the keys goes on, the one of the call does not.
        var noon = new HandClock().GetUtcNow();
        return _keys.ProblemAsync(FalSignature.Of(FalCalls.Signed(signature), noon).Signature!, default);
    }
}
