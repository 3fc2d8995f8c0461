using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Vertex;

/// <summary>
/// A service account's key file, and what it signs to be given a token (RFC 7523 with RS256;
/// developers.google.com/identity/protocols/oauth2/service-account). It prints as its address only.
/// </summary>
internal sealed class ServiceAccount(string email, string privateKey, string? keyId, string? project)
{
    private const string Scope = "https://www.googleapis.com/auth/cloud-platform";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public string? Project { get; } = project;

    /// <summary>A key that is a key file, and not a ready token.</summary>
    public static bool IsFile(ProviderKey key) => key.Reveal().TrimStart().StartsWith('{');

    /// <returns>Null when it is no key file of a service account.</returns>
    public static ServiceAccount? Read(ProviderKey key)
    {
        try
        {
            using var file = JsonDocument.Parse(key.Reveal());
            return file.RootElement.Text("client_email") is { } email && file.RootElement.Text("private_key") is { } pem
                ? new ServiceAccount(
                    email,
                    pem,
                    file.RootElement.Text("private_key_id"),
                    file.RootElement.Text("project_id")
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null when its private key is none.</returns>
    public string? Assertion(Uri audience, DateTimeOffset now)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(privateKey);
        }
        catch (Exception problem) when (problem is ArgumentException or CryptographicException)
        {
            return null;
        }

        var seconds = now.ToUnixTimeSeconds();
        var head = Part(
            new Dictionary<string, object?>
            {
                ["alg"] = "RS256",
                ["typ"] = "JWT",
                ["kid"] = keyId,
            }
        );
        var claims = Part(
            new Dictionary<string, object?>
            {
                ["iss"] = email,
                ["scope"] = Scope,
                ["aud"] = audience.AbsoluteUri,
                ["iat"] = seconds,
                ["exp"] = seconds + (long)Life.TotalSeconds,
            }
        );
        var signature = rsa.SignData(
            Encoding.ASCII.GetBytes($"{head}.{claims}"),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{head}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    public override string ToString() => email;

    private static string Part(Dictionary<string, object?> members) =>
        Base64Url.EncodeToString(
            JsonSerializer.SerializeToUtf8Bytes(members.Where(static one => one.Value is not null).ToDictionary())
        );
}
