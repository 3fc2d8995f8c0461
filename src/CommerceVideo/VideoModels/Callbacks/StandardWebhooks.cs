using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommerceVideo.VideoModels.Callbacks;

/// <summary>The Standard Webhooks signature (standardwebhooks.com), as Kling and OpenAI sign; pure.</summary>
public static class StandardWebhooks
{
    private const string Version = "v1,";

    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <param name="secrets">As the console shows them, with or without <c>whsec_</c>; during a rotation there are two.</param>
    /// <returns>Null when one of the signatures is good; else why not.</returns>
    public static string? Problem(ProviderCallback callback, IEnumerable<string> secrets, DateTimeOffset now)
    {
        if (
            !callback.Headers.TryGetValue("webhook-id", out var id)
            || !callback.Headers.TryGetValue("webhook-timestamp", out var stamp)
            || !callback.Headers.TryGetValue("webhook-signature", out var signatures)
        )
        {
            return "It is not signed.";
        }

        if (
            !long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || (now - Moment(seconds)).Duration() > MostSkew
        )
        {
            return "Its time is more than five minutes off.";
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{stamp}."), .. callback.Body.Span];
        var given = signatures
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(static one => one.StartsWith(Version, StringComparison.Ordinal))
            .Select(static one => Encoding.ASCII.GetBytes(one[Version.Length..]))
            .ToArray();
        return secrets.Any(secret =>
            given.Any(one => CryptographicOperations.FixedTimeEquals(one, Sign(signed, secret)))
        )
            ? null
            : "Its signature is wrong.";
    }

    private static DateTimeOffset Moment(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));

    private static byte[] Sign(byte[] signed, string secret)
    {
        const string prefix = "whsec_";
        var key = secret.StartsWith(prefix, StringComparison.Ordinal) ? secret[prefix.Length..] : secret;
        return Encoding.ASCII.GetBytes(
            Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), signed))
        );
    }
}
