using System.Security.Cryptography;
using System.Text;

namespace CommerceVideo.Webhooks;

/// <summary>Shopify's signature: base64 of HMAC-SHA256 over the raw body, under any of the app's unrevoked secrets.</summary>
internal sealed class WebhookSignature(IEnumerable<string> secrets)
{
    private readonly byte[][] _keys = [.. secrets.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Reads the header into <paramref name="signature"/>; false for anything that cannot be one.</summary>
    public static bool TryRead(string? header, Span<byte> signature) =>
        header is { Length: 44 }
        && Convert.TryFromBase64String(header, signature, out var written)
        && written == HMACSHA256.HashSizeInBytes;

    /// <summary>Whether one of the secrets made this signature. Takes the same time whichever it is, and if none.</summary>
    public bool Matches(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> body)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var matches = false;
        foreach (var key in _keys)
        {
            HMACSHA256.HashData(key, body, expected);
            matches |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return matches;
    }
}
