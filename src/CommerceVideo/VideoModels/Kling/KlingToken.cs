using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>
/// What goes into the Authorization header: an API key as it is, or, for <c>access:secret</c>, a JWT with exactly the claims
/// that Kling names (a library would add others).
/// </summary>
internal static class KlingToken
{
    private const int LifeSeconds = 1800;
    private const int EarlierSeconds = 5;

    /// <summary>An access key with its secret: it opens the legacy standard only.</summary>
    public static bool IsPair(ProviderKey key) => key.Reveal().Contains(':', StringComparison.Ordinal);

    public static string For(ProviderKey key, DateTimeOffset now)
    {
        if (!IsPair(key))
        {
            return key.Reveal();
        }

        var (access, secret) = (key.Reveal().Split(':', 2)[0], key.Reveal().Split(':', 2)[1]);
        var seconds = now.ToUnixTimeSeconds();
        var head = Base64Url.EncodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"u8);
        var claims = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                $"{{\"iss\":\"{access}\",\"exp\":{seconds + LifeSeconds},\"nbf\":{seconds - EarlierSeconds}}}"
            )
        );
        var signed = Encoding.ASCII.GetBytes($"{head}.{claims}");
        return $"{head}.{claims}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
