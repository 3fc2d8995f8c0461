using System.Security.Cryptography;
using System.Text.Json;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace CommerceVideo.Platform.Signing;

/// <summary>
/// The installation's keys (ES256): made when the first is needed, kept sealed, replaced when an operator asks. A retired key's
/// private half is destroyed and its public half stays, so that what it signed goes on verifying.
/// </summary>
internal sealed class SigningKeys(IDbContextFactory<AppDb> databases, SecretBox secrets, TimeProvider time)
{
    /// <summary>A document of this content, signed by the key that signs now.</summary>
    /// <param name="content">JSON.</param>
    public async Task<SignedJson> SignAsync(string content, CancellationToken ct)
    {
        var key = await CurrentAsync(ct);
        using var signer = ECDsa.Create();
        signer.ImportFromPem(secrets.Open(key.PrivateKey!, Purpose(key.Id)));
        return SignedJson.Sign(content, new ECDsaSecurityKey(signer) { KeyId = key.Id });
    }

    /// <summary>Whether one of our keys, of today or before, signed it as it is.</summary>
    public async Task<SignatureCheck> CheckAsync(SignedJson signed, CancellationToken ct)
    {
        if (signed.KeyId is not { } id)
        {
            return SignatureCheck.Altered;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var key = await db.SigningKeys.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct);
        return key is null ? SignatureCheck.UnknownKey
            : await signed.IsSignedByAsync(new JsonWebKey(key.PublicKey)) ? SignatureCheck.Holds
            : SignatureCheck.Altered;
    }

    /// <summary>All public halves as a JWK set (RFC 7517), the one that signs now first.</summary>
    public async Task<string> PublicAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var keys = await db
            .SigningKeys.OrderByDescending(static key => key.CreatedAt)
            .Select(static key => key.PublicKey)
            .ToListAsync(ct);
        return $$"""{"keys":[{{string.Join(',', keys)}}]}""";
    }

    /// <summary>Retires the key that signs now; the next one signs from here on.</summary>
    /// <returns>The new key's id.</returns>
    public async Task<string> RotateAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = time.GetUtcNow();
        await db
            .SigningKeys.Where(static key => key.RetiredAt == null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(static key => key.RetiredAt, now)
                        .SetProperty(static key => key.PrivateKey, (byte[]?)null),
                ct
            );
        await AddAsync(db, ct);
        await transaction.CommitAsync(ct);
        return (await CurrentAsync(db, ct))!.Id;
    }

    private async Task<SigningKey> CurrentAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await CurrentAsync(db, ct) is { } key)
        {
            return key;
        }

        await AddAsync(db, ct);
        return (await CurrentAsync(db, ct))!;
    }

    private static Task<SigningKey?> CurrentAsync(AppDb db, CancellationToken ct) =>
        db.SigningKeys.AsNoTracking().SingleOrDefaultAsync(static key => key.RetiredAt == null, ct);

    /// <summary>Of programs that start together one makes it; the others find it.</summary>
    private async Task AddAsync(AppDb db, CancellationToken ct)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
        var id = Base64UrlEncoder.Encode(
            new JsonWebKey
            {
                Kty = "EC",
                Crv = "P-256",
                X = x,
                Y = y,
            }.ComputeJwkThumbprint()
        );
        var told = JsonSerializer.Serialize(
            new
            {
                kty = "EC",
                crv = "P-256",
                x,
                y,
                kid = id,
                alg = "ES256",
                use = "sig",
            }
        );
        var kept = secrets.Seal(pair.ExportPkcs8PrivateKeyPem(), Purpose(id));
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"insert into signing_key (id, public_key, private_key, created_at) values ({id}, {told}, {kept}, {now}) on conflict do nothing",
            ct
        );
    }

    private static string Purpose(string id) => $"signing-key {id}";
}

/// <summary>What came of looking at a signature.</summary>
internal enum SignatureCheck
{
    Holds,

    /// <summary>One of our keys is named, and it did not sign this.</summary>
    Altered,

    /// <summary>No key of this installation.</summary>
    UnknownKey,
}
