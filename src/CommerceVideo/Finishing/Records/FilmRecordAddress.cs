using System.Security.Cryptography;
using System.Text;

namespace CommerceVideo.Finishing.Records;

/// <summary>Where the record of a file is: an address that nobody guesses, and that making the same file again gives again.</summary>
internal sealed record FilmRecordAddress(Uri Issuer, string Id)
{
    public const string Path = "verify";

    private const int IdBytes = 16;

    public Uri Page => new(Issuer, $"{Path}/{Id}");

    internal static string IdOf(byte[] key, Guid brief, FilmBrand brand, string file) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{brief:N}\n{brand.Edition}\n{file}"))[..IdBytes]
        );
}
