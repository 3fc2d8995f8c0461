using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommerceVideo.Platform.Signing;

/// <summary>A signed document: a JWS in its flattened JSON form (RFC 7515, 7.2.2), ES256.</summary>
internal sealed record SignedJson(string Protected, string Payload, string Signature)
{
    private const string Kind = "provenance+jwt";

    /// <summary>Larger is none of ours.</summary>
    public const int Largest = 32 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private string Compact => $"{Protected}.{Payload}.{Signature}";

    public static SignedJson Sign(string content, ECDsaSecurityKey key)
    {
        key.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var parts = handler
            .CreateToken(
                content,
                new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
                new Dictionary<string, object>(StringComparer.Ordinal) { ["typ"] = Kind }
            )
            .Split('.');
        return new SignedJson(parts[0], parts[1], parts[2]);
    }

    /// <summary>Null for whatever is not such a document.</summary>
    public static SignedJson? Parse(string text)
    {
        try
        {
            return
                text.Length <= Largest
                && JsonSerializer.Deserialize<SignedJson>(text, Json)
                    is { Protected: not null, Payload: not null, Signature: not null } signed
                ? signed
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>As its header names it; null where there is no header that can be read.</summary>
    public string? KeyId => Token()?.Kid is { Length: > 0 } id ? id : null;

    /// <summary>What it says. Believe it only once its signature holds.</summary>
    public T? Read<T>()
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Base64UrlEncoder.DecodeBytes(Payload), JsonSerializerOptions.Web);
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            return null;
        }
    }

    public async Task<bool> IsSignedByAsync(JsonWebKey key)
    {
        key.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            Compact,
            new TokenValidationParameters
            {
                IssuerSigningKey = key,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                ValidTypes = [Kind],
                ValidateIssuer = false,
                ValidateAudience = false,
                // What was made stays made.
                ValidateLifetime = false,
                RequireExpirationTime = false,
            }
        );
        return result.IsValid;
    }

    private JsonWebToken? Token()
    {
        try
        {
            return new JsonWebToken(Compact);
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException or JsonException)
        {
            return null;
        }
    }
}
