using System.Security.Cryptography;
using System.Text;

namespace CommerceVideo.Platform.Secrets;

/// <summary>
/// Seals what must not be read from a stolen database: AES-256-GCM under a key derived from <c>Secrets:Key</c>, bound to
/// what it is for, so that one row's secret cannot be put into another's place.
/// </summary>
public sealed class SecretBox
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    private readonly byte[] _key;

    /// <param name="masterKey">At least 32 random bytes.</param>
    public SecretBox(byte[] masterKey)
    {
        if (masterKey.Length < KeyBytes)
        {
            throw new ArgumentException("Secrets:Key must be at least 32 random bytes in base64.", nameof(masterKey));
        }

        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, KeyBytes, info: "commercevideo sealed"u8.ToArray());
    }

    public byte[] Seal(string secret, string purpose)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = new byte[1 + NonceBytes + TagBytes + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(
            nonce,
            plain,
            box.AsSpan(1 + NonceBytes + TagBytes),
            box.AsSpan(1 + NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(purpose)
        );
        return box;
    }

    /// <exception cref="CryptographicException">Sealed under another key, for another purpose, or altered.</exception>
    public string Open(byte[] box, string purpose)
    {
        if (box.Length < 1 + NonceBytes + TagBytes || box[0] != Version)
        {
            throw new CryptographicException("Not a sealed secret.");
        }

        var plain = new byte[box.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(
            box.AsSpan(1, NonceBytes),
            box.AsSpan(1 + NonceBytes + TagBytes),
            box.AsSpan(1 + NonceBytes, TagBytes),
            plain,
            Encoding.UTF8.GetBytes(purpose)
        );
        return Encoding.UTF8.GetString(plain);
    }
}
