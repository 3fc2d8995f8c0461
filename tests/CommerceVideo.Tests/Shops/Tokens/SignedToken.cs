using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CommerceVideo.Tests.Shops.Tokens;

/// <summary>A session token as Shopify writes it, by hand; a test changes what it is about.</summary>
internal sealed class SignedToken(DateTimeOffset now)
{
    public const string ApiKey = "a client id";
    public const string Secret = "shpss_0123456789abcdef0123456789abcdef";
    public const string Shop = "dev-atelier.myshopify.com";

    public Dictionary<string, object?> Header { get; } = new() { ["alg"] = "HS256", ["typ"] = "JWT" };

    public Dictionary<string, object?> Claims { get; } =
        new()
        {
            ["iss"] = $"https://{Shop}/admin",
            ["dest"] = $"https://{Shop}",
            ["aud"] = ApiKey,
            ["sub"] = "42",
            ["exp"] = now.AddSeconds(60).ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["jti"] = "f8912129-1af6-4cad-9ca3-76b0f7621087",
            ["sid"] = "aaea182f2732d44c23057c0fea584021a4485b2bd25d3eb7fd349313ad24c685",
        };

    public SignedToken With(string claim, object? value)
    {
        Claims[claim] = value;
        return this;
    }

    public string Sign(string secret = Secret)
    {
        var text = $"{Part(Header)}.{Part(Claims)}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
        return $"{text}.{Base64Url(signature)}";
    }

    public static string Part(object content) => Base64Url(JsonSerializer.SerializeToUtf8Bytes(content));

    private static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
