using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Shops.Tokens;

/// <summary>What Shopify grants: an access token that ends in an hour and the refresh token for the next one.</summary>
internal sealed record TokenGrant(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("scope")] string Scope,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("refresh_token_expires_in")] int? RefreshTokenExpiresIn
)
{
    // A record prints its members; these must never reach a log.
    public override string ToString() => $"TokenGrant for {Scope}";
}

/// <summary>Shopify's <c>/admin/oauth/access_token</c> (shopify.dev, token exchange and offline access tokens).</summary>
internal sealed class TokenEndpoint(HttpClient http, IOptions<ShopifyOptions> options)
{
    private const string OfflineToken = "urn:shopify:params:oauth:token-type:offline-access-token";

    /// <exception cref="TokenRefusedException">Shopify says no.</exception>
    /// <exception cref="HttpRequestException">No clear answer came.</exception>
    public Task<TokenGrant> ExchangeAsync(string shop, string sessionToken, CancellationToken ct) =>
        AskAsync(
            shop,
            new()
            {
                ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
                ["subject_token"] = sessionToken,
                ["subject_token_type"] = "urn:ietf:params:oauth:token-type:id_token",
                ["requested_token_type"] = OfflineToken,
                ["expiring"] = "1",
            },
            ct
        );

    /// <exception cref="TokenRefusedException">Shopify says no.</exception>
    /// <exception cref="HttpRequestException">No clear answer came.</exception>
    public Task<TokenGrant> RefreshAsync(string shop, string refreshToken, CancellationToken ct) =>
        AskAsync(shop, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, ct);

    private async Task<TokenGrant> AskAsync(string shop, Dictionary<string, string> form, CancellationToken ct)
    {
        var shopify = options.Value;
        form["client_id"] = shopify.ApiKey;
        form["client_secret"] = shopify.ApiSecret;
        using var content = new FormUrlEncodedContent(form);
        using var response = await PostAsync(new Uri(shopify.AdminBase(shop), "admin/oauth/access_token"), content, ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        if (response.IsSuccessStatusCode)
        {
            return Grant(body) ?? throw new HttpRequestException("Shopify's token answer could not be read.");
        }

        // An overloaded or failing Shopify has refused nothing, whatever its body says.
        var refused = (int)response.StatusCode is >= 400 and < 500 and not 429;
        throw refused && ErrorCode(body) is { } code
            ? new TokenRefusedException(code)
            : new HttpRequestException("Shopify gave no token.", inner: null, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(Uri address, HttpContent content, CancellationToken ct)
    {
        try
        {
            return await http.PostAsync(address, content, ct);
        }
        catch (TaskCanceledException problem) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException("Shopify did not answer in time.", problem);
        }
    }

    private static TokenGrant? Grant(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<TokenGrant>(body) is { AccessToken.Length: > 0, Scope: not null } grant
                ? grant
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? ErrorCode(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.String
                ? error.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Shopify refused a grant: <c>invalid_subject_token</c>, <c>invalid_grant</c>, <c>invalid_client</c>.</summary>
public sealed class TokenRefusedException(string code) : Exception($"Shopify refused the token request: {code}.")
{
    public string Code { get; } = code;
}
