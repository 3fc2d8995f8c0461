using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing.Records;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Signing;
using CommerceVideo.Shops;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Verify;

/// <summary>Looks up what is known of a file, and whether it is as it was signed.</summary>
internal sealed class VerifyReading(AppDb db, SigningKeys keys)
{
    /// <summary>The record's id of a film or a poster with this checksum.</summary>
    public Task<string?> FindAsync(string sha256, CancellationToken ct) =>
        db
            .FilmRecords.Where(record => record.Sha256 == sha256 || record.PosterSha256 == sha256)
            .OrderBy(static record => record.MadeAt)
            .Select(static record => record.Id)
            .FirstOrDefaultAsync(ct);

    public Task<string?> SidecarAsync(string id, CancellationToken ct) =>
        db
            .FilmRecords.Where(record => record.Id == id)
            .Select(static record => record.Sidecar)
            .SingleOrDefaultAsync(ct);

    public async Task<VerifyAnswer> OfAddressAsync(string id, CancellationToken ct)
    {
        var record = await db.FilmRecords.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (record is null)
        {
            return VerifyAnswer.NoAddress;
        }

        var answer = await OfSidecarAsync(record.Sidecar, ct);
        // A genuine sidecar of another file in this one's place says nothing of this one.
        var own =
            answer.Claims is { } claims
            && (claims.Id, claims.Sha256, claims.PosterSha256) == (record.Id, record.Sha256, record.PosterSha256);
        return own
            ? answer with
            {
                Product = await ProductAsync(record, ct),
                Kept = true,
            }
            : VerifyAnswer.Of(SignatureCheck.Altered, null);
    }

    public async Task<VerifyAnswer> OfSidecarAsync(string text, CancellationToken ct)
    {
        if (SignedJson.Parse(text) is not { } signed)
        {
            return VerifyAnswer.NoSidecar;
        }

        var check = await keys.CheckAsync(signed, ct);
        return VerifyAnswer.Of(check, check == SignatureCheck.Holds ? signed.Read<FilmClaims>() : null);
    }

    /// <summary>Only what the shop itself shows to everybody, as long as it is our shop.</summary>
    private Task<string?> ProductAsync(FilmRecord record, CancellationToken ct) =>
        (
            from brief in db.Briefs
            join product in db.Products on brief.ProductId equals product.Id
            join shop in db.Shops on product.ShopId equals shop.Id
            where
                brief.Id == record.BriefId
                && shop.Id == record.ShopId
                && shop.UninstalledAt == null
                && product.DeletedAt == null
                && product.Status == "ACTIVE"
            select product.Title
        ).SingleOrDefaultAsync(ct);
}
