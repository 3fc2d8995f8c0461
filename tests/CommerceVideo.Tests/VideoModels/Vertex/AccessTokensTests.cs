using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Vertex;

namespace CommerceVideo.Tests.VideoModels.Vertex;

public sealed class AccessTokensTests : IDisposable
{
    private static readonly Uri Address = new("https://tokens.test/token");

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly HandClock _clock = new();
    private readonly StubHttp _http = new();

    [Fact]
    public async Task A_token_is_kept_until_shortly_before_its_end()
    {
        _http
            .Answers("""{"access_token":"one","expires_in":3599}""")
            .Answers("""{"access_token":"two","expires_in":3599}""");
        var tokens = Tokens();

        var first = await TokenAsync(tokens);
        _clock.Move(TimeSpan.FromMinutes(54));
        var same = await TokenAsync(tokens);
        _clock.Move(TimeSpan.FromMinutes(1));
        var next = await TokenAsync(tokens);

        Assert.Equal(["one", "one", "two"], [first, same, next]);
        Assert.Equal(2, _http.Calls.Count);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_fetched_anew()
    {
        _http
            .Answers("""{"access_token":"one","expires_in":3599}""")
            .Answers("""{"access_token":"two","expires_in":3599}""");
        var tokens = Tokens();
        await TokenAsync(tokens);

        tokens.Forget(Key());

        Assert.Equal("two", await TokenAsync(tokens));
    }

    [Fact]
    public async Task The_account_signs_for_the_address_of_the_settings_whatever_its_file_says()
    {
        _http.Answers("""{"access_token":"one","expires_in":3599}""");

        await TokenAsync(Tokens());

        var call = Assert.Single(_http.Calls);
        Assert.Equal(Address, call.Address);
        var assertion = Uri.UnescapeDataString(call.Body.Split("assertion=")[1]).Split('.');
        Assert.True(
            _rsa.VerifyData(
                Encoding.ASCII.GetBytes($"{assertion[0]}.{assertion[1]}"),
                Base64Url.DecodeFromChars(assertion[2]),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            )
        );
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(assertion[1]));
        Assert.Equal(Address.AbsoluteUri, claims.RootElement.Text("aud"));
        Assert.Equal("films@project.test", claims.RootElement.Text("iss"));
        Assert.Equal(3600, claims.RootElement.Number("exp") - claims.RootElement.Number("iat"));
    }

    [Fact]
    public async Task A_token_service_in_trouble_is_no_fault_of_the_key()
    {
        _http.Answers("{}", System.Net.HttpStatusCode.BadRequest);

        var refused = Assert.IsType<TokenOutcome.None>(await Tokens().OfAsync(Key(), default));

        Assert.Equal(FailureKind.AuthRejected, refused.Kind);
        _http.Answers("{}");
        var odd = Assert.IsType<TokenOutcome.None>(await Tokens().OfAsync(Key(), default));
        Assert.Equal(FailureKind.ProviderDown, odd.Kind);
    }

    public void Dispose()
    {
        _rsa.Dispose();
        _http.Dispose();
    }

    private AccessTokens Tokens() =>
        new(
            Address,
            new ProviderApi(
                new HttpClient(_http),
                new ProviderCircuits(_clock).Of("vertex"),
                TimeSpan.FromSeconds(30),
                _clock
            ),
            _clock
        );

    private async Task<string> TokenAsync(AccessTokens tokens) =>
        Assert.IsType<TokenOutcome.Ready>(await tokens.OfAsync(Key(), default)).Token;

    private ProviderKey Key() =>
        new(
            JsonSerializer.Serialize(
                new Dictionary<string, string>
                {
                    ["type"] = "service_account",
                    ["client_email"] = "films@project.test",
                    ["private_key"] = _rsa.ExportPkcs8PrivateKeyPem(),
                    ["token_uri"] = "https://elsewhere.test/token",
                }
            )
        );
}
