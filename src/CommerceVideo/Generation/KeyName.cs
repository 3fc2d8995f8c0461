using System.Security.Cryptography;
using System.Text;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.Generation;

/// <summary>Tells one key from another without telling what it is.</summary>
internal static class KeyName
{
    private const int Letters = 16;

    public static string Of(ProviderKey? key) =>
        key is null ? "-" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Reveal())))[..Letters];
}
