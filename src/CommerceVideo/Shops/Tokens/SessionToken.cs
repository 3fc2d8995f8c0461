using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommerceVideo.Shops.Tokens;

/// <summary>
/// Verifies the token that Shopify puts into every request from its admin: HS256 by one of our secrets, for us, now, and one
/// shop throughout (shopify.dev, session tokens).
/// </summary>
internal sealed class SessionToken(IOptions<ShopifyOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(10);

    /// <returns>The shop's domain, or null when the token proves nothing.</returns>
    public async Task<string?> VerifyAsync(string token)
    {
        var shopify = options.Value;
        foreach (var secret in shopify.Secrets)
        {
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, Parameters(shopify.ApiKey, secret));
            if (result is { IsValid: true, SecurityToken: JsonWebToken verified })
            {
                return Shop(verified);
            }
        }

        return null;
    }

    private TokenValidationParameters Parameters(string apiKey, string secret) =>
        new()
        {
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidAudience = apiKey,
            ValidateIssuer = false,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) =>
            {
                var now = time.GetUtcNow().UtcDateTime;
                return expires is { } end && now < end + Leeway && (notBefore is not { } start || now > start - Leeway);
            },
        };

    private static string? Shop(JsonWebToken token)
    {
        var destination = token.TryGetPayloadValue<string>("dest", out var value) ? Host(value) : null;
        return destination is not null && destination == Host(token.Issuer) && ShopDomain.IsValid(destination)
            ? destination
            : null;
    }

    // Older tokens carry the bare host.
    private static string? Host(string? address) =>
        address is { Length: > 0 }
        && Uri.TryCreate(
            address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}",
            UriKind.Absolute,
            out var uri
        )
            ? uri.Host
            : null;
}
