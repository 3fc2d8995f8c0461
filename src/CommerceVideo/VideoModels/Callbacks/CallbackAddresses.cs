using System.Security.Cryptography;
using System.Text;

namespace CommerceVideo.VideoModels.Callbacks;

/// <summary>
/// Addresses that providers call back at: each is for one attempt and signed by us, so that a provider without signatures
/// of its own cannot be played by anybody.
/// </summary>
public sealed class CallbackAddresses(Uri? publicAddress, byte[] masterKey)
{
    public const string Path = "/callbacks";

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        masterKey,
        32,
        info: "commercevideo callbacks"u8.ToArray()
    );

    /// <returns>Null where nobody outside can reach us.</returns>
    public Uri? To(string provider, Guid generation) =>
        publicAddress is null
            ? null
            : new Uri(publicAddress, $"{Path}/{provider}/{generation:N}/{Sign(provider, generation)}");

    public bool IsOurs(string provider, Guid generation, string signature) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Sign(provider, generation)),
            Encoding.UTF8.GetBytes(signature)
        );

    private string Sign(string provider, Guid generation) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{provider}\n{generation:N}")));
}
