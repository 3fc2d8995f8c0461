using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommerceVideo.Platform.Storage;

/// <summary>Signs and checks the addresses under which stored files can be read for a while.</summary>
internal sealed class MediaLinks(Uri publicAddress, byte[] masterKey, TimeProvider time)
{
    public const string Path = "/media";

    /// <summary>S3 signs for no longer; both stores keep to it so that one can take the other's place.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        masterKey,
        32,
        info: "commercevideo media links"u8.ToArray()
    );

    public static TimeSpan Bounded(TimeSpan life) =>
        life > TimeSpan.Zero && life <= Longest
            ? life
            : throw new ArgumentOutOfRangeException(nameof(life), life, "A link lives up to seven days.");

    public Uri To(string key, TimeSpan life, string? downloadName)
    {
        var expires = (time.GetUtcNow() + Bounded(life)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var name = downloadName is null ? "" : $"&name={Uri.EscapeDataString(downloadName)}";
        return new Uri(
            publicAddress,
            $"{Path}/{key}?expires={expires}{name}&signature={Sign(key, expires, downloadName)}"
        );
    }

    public bool IsGood(string key, string? expires, string? downloadName, string? signature) =>
        signature is not null
        && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Sign(key, expires, downloadName)),
            Encoding.UTF8.GetBytes(signature)
        )
        && time.GetUtcNow().ToUnixTimeSeconds() < end;

    private string Sign(string key, string expires, string? downloadName) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{key}\n{expires}\n{downloadName}"))
        );
}
