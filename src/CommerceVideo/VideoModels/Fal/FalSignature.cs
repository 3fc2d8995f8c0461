using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommerceVideo.VideoModels.Callbacks;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>What a call back from fal is signed over, and with (fal.ai/docs, webhooks, read 2026-11-22); pure.</summary>
internal sealed record FalSignature(byte[] Message, byte[] Signature)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <returns>The signature, or why there is none worth looking at.</returns>
    public static (FalSignature? Signature, string? Problem) Of(ProviderCallback callback, DateTimeOffset now)
    {
        var headers = callback.Headers;
        if (
            !headers.TryGetValue("x-fal-webhook-request-id", out var request)
            || !headers.TryGetValue("x-fal-webhook-user-id", out var user)
            || !headers.TryGetValue("x-fal-webhook-timestamp", out var stamp)
            || !headers.TryGetValue("x-fal-webhook-signature", out var hex)
        )
        {
            return (null, "It is not signed.");
        }

        if (
            !long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > MostSkew.TotalSeconds
        )
        {
            return (null, "Its time is more than five minutes off.");
        }

        var signature = new byte[Ed25519.SignatureBytes];
        if (hex.Length != 2 * signature.Length || !Hex(hex, signature))
        {
            return (null, "Its signature cannot be read.");
        }

        var body = Convert.ToHexStringLower(SHA256.HashData(callback.Body.Span));
        return (new FalSignature(Encoding.UTF8.GetBytes($"{request}\n{user}\n{stamp}\n{body}"), signature), null);
    }

    /// <summary>Any of the keys may have made it.</summary>
    public bool IsGood(IEnumerable<byte[]> keys) => keys.Any(key => Ed25519.Verify(key, Message, Signature));

    private static bool Hex(string text, byte[] into) =>
        Convert.FromHexString(text, into, out _, out _) == System.Buffers.OperationStatus.Done;
}
