using CommerceVideo.Shops;
using CommerceVideo.Shops.Tokens;
using CommerceVideo.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.Shops.Tokens;

public sealed class SessionTokenTests
{
    private const string Previous = "shpss_ffffffffffffffffffffffffffffffff";

    private readonly LeapingTime _time = new();

    [Fact]
    public async Task A_good_token_names_its_shop() =>
        Assert.Equal(SignedToken.Shop, await VerifyAsync(Token().Sign()));

    [Fact]
    public async Task A_secret_that_is_being_rotated_out_still_proves() =>
        Assert.Equal(SignedToken.Shop, await VerifyAsync(Token().Sign(Previous)));

    [Fact]
    public async Task An_older_token_with_a_bare_host_is_good() =>
        Assert.Equal(SignedToken.Shop, await VerifyAsync(Token().With("dest", SignedToken.Shop).Sign()));

    [Theory]
    [InlineData("shpss_11111111111111111111111111111111")]
    [InlineData("short")]
    public async Task A_token_signed_by_anyone_else_proves_nothing(string secret) =>
        Assert.Null(await VerifyAsync(Token().Sign(secret)));

    [Theory]
    [InlineData("aud", "another app")]
    [InlineData("aud", null)]
    [InlineData("exp", null)]
    [InlineData("exp", "soon")]
    [InlineData("dest", null)]
    [InlineData("dest", 7)]
    [InlineData("dest", "")]
    [InlineData("dest", "https://other.myshopify.com")]
    [InlineData("iss", null)]
    [InlineData("iss", "https://other.myshopify.com/admin")]
    [InlineData("iss", "https://dev-atelier.myshopify.com.evil.example/admin")]
    public async Task A_claim_that_does_not_fit_proves_nothing(string claim, object? value) =>
        Assert.Null(await VerifyAsync(Token().With(claim, value).Sign()));

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://dev-atelier.myshopify.com.evil.example")]
    [InlineData("https://evil.example/dev-atelier.myshopify.com")]
    public async Task A_destination_that_is_no_shop_proves_nothing(string destination) =>
        Assert.Null(await VerifyAsync(Token().With("dest", destination).With("iss", $"{destination}/admin").Sign()));

    [Theory]
    [InlineData(69, true)]
    [InlineData(71, false)]
    [InlineData(-9, true)]
    [InlineData(-11, false)]
    public async Task It_holds_for_its_minute_and_ten_seconds_of_clock_difference(int seconds, bool good)
    {
        var token = Token().Sign();

        _time.Leap(TimeSpan.FromSeconds(seconds));

        Assert.Equal(good, await VerifyAsync(token) is not null);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS384")]
    [InlineData("RS256")]
    [InlineData("hs256")]
    public async Task Only_the_algorithm_that_Shopify_uses_counts(string algorithm)
    {
        var token = Token();
        token.Header["alg"] = algorithm;

        Assert.Null(await VerifyAsync(token.Sign()));
        Assert.Null(await VerifyAsync(token.Sign()[..(token.Sign().LastIndexOf('.') + 1)]));
    }

    [Fact]
    public async Task Claims_under_a_signature_of_other_claims_prove_nothing()
    {
        var parts = Token().Sign().Split('.');
        var forged = SignedToken.Part(
            Token().With("dest", "https://other.myshopify.com").With("iss", "https://other.myshopify.com/admin").Claims
        );

        Assert.Null(await VerifyAsync($"{parts[0]}.{forged}.{parts[2]}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("...")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9..")]
    public async Task What_is_no_token_proves_nothing(string token) => Assert.Null(await VerifyAsync(token));

    [Fact]
    public void No_text_at_all_breaks_the_check() =>
        Prop.ForAll<string>(text => VerifyAsync(text ?? "").GetAwaiter().GetResult() is null)
            .QuickCheckThrowOnFailure();

    private SignedToken Token() => new(_time.GetUtcNow());

    private Task<string?> VerifyAsync(string token) =>
        new SessionToken(
            Options.Create(
                new ShopifyOptions
                {
                    ApiKey = SignedToken.ApiKey,
                    ApiSecret = SignedToken.Secret,
                    PreviousApiSecrets = [Previous],
                }
            ),
            _time
        ).VerifyAsync(token);
}
