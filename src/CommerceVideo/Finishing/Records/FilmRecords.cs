using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceVideo.Briefs;
using CommerceVideo.Generation;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Secrets;
using CommerceVideo.Platform.Signing;
using CommerceVideo.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Finishing.Records;

/// <summary>Keeps what is known of each finished file: signed, in storage beside it and in the table.</summary>
internal sealed class FilmRecords(
    SigningKeys keys,
    IObjectStore store,
    IConfiguration settings,
    IOptions<SecretOptions> secret,
    TimeProvider time
)
{
    private readonly Uri _issuer = new(settings["PublicAddress"] ?? "http://localhost:4200");

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        Convert.FromBase64String(secret.Value.Key),
        32,
        info: "commercevideo record ids"u8.ToArray()
    );

    /// <param name="file">Its name within its film.</param>
    public FilmRecordAddress AddressOf(Guid brief, FilmBrand brand, string file) =>
        new(_issuer, FilmRecordAddress.IdOf(_key, brief, brand, file));

    /// <summary>Adds the record to what the caller saves; the same file made again keeps the record it has.</summary>
    public async Task KeepAsync(
        AppDb db,
        PlannedBrief brief,
        FinishedFile file,
        FilmBrand brand,
        IReadOnlyList<Attempt> shown,
        bool generated,
        CancellationToken ct
    )
    {
        var (address, now) = (AddressOf(brief.Id, brand, file.Name), time.GetUtcNow());
        var known = await db.FilmRecords.FindAsync([address.Id], ct);
        if (known is not null && known.Sha256 == file.Sha256 && known.PosterSha256 == file.Poster.Sha256)
        {
            return;
        }

        var claims = FilmClaims.Of(address, file, brand, brief, shown, generated, now);
        var sidecar = (await keys.SignAsync(JsonSerializer.Serialize(claims, JsonSerializerOptions.Web), ct)).Write();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(sidecar));
        var stored = await store.PutAsync(content, "application/json", ct);
        if (known is null)
        {
            known = new FilmRecord
            {
                Id = address.Id,
                ShopId = brief.ShopId,
                BriefId = brief.Id,
                Sha256 = file.Sha256,
                PosterSha256 = file.Poster.Sha256,
                Sidecar = sidecar,
                SidecarKey = stored.Key,
                MadeAt = now,
            };
            db.FilmRecords.Add(known);
            return;
        }

        (known.Sha256, known.PosterSha256, known.MadeAt) = (file.Sha256, file.Poster.Sha256, now);
        (known.Sidecar, known.SidecarKey) = (sidecar, stored.Key);
    }
}
