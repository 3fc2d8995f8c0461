using CommerceVideo.Brands;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CommerceVideo.Admin.Operations;

/// <summary>A shop's house models and places for an operator's tools: list, keep, replace, erase.</summary>
internal static class CastingEndpoints
{
    /// <summary>Four pictures of the largest size that is read, and the words.</summary>
    private const long MostBytes = 82L * 1024 * 1024;

    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);

    public static void MapCasting(this RouteGroupBuilder operations)
    {
        var group = operations.MapGroup("/shops/{domain}/casting");
        group.MapGet("/", ListAsync);
        group.MapPost("/", AddAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        group.MapPut("/{reference:guid}", ReplaceAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        group.MapDelete("/{reference:guid}", EraseAsync);
    }

    /// <param name="collection">The variant for a collection, by its handle; left out, the whole shop's kit.</param>
    private static async Task<Results<Ok<CastingList>, NotFound>> ListAsync(
        string domain,
        string? collection,
        OperatedShops shops,
        BrandKits kits,
        IObjectStore store,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        var which = collection ?? BrandKit.WholeShop;
        return await kits.FindAsync(shop, which, ct) is ({ } kit, { } casting)
            ? TypedResults.Ok(
                new CastingList(which, kit.Version, [.. casting.Select(one => Row(one, kit.Version, store))])
            )
            : TypedResults.Ok(new CastingList(which, 0, []));
    }

    private static Task<Results<Ok<CastingRow>, NotFound, UnprocessableEntity<ReasonReport>>> AddAsync(
        string domain,
        HttpRequest request,
        OperatedShops shops,
        CastingUpload upload,
        CastingPictures pictures,
        BrandCasting casting,
        IObjectStore store,
        CancellationToken ct
    ) =>
        ChangeAsync(
            domain,
            request,
            shops,
            upload,
            pictures,
            store,
            (shop, read) => casting.AddAsync(shop, read.Form, read.Pictures, ct),
            ct
        );

    private static Task<Results<Ok<CastingRow>, NotFound, UnprocessableEntity<ReasonReport>>> ReplaceAsync(
        string domain,
        Guid reference,
        HttpRequest request,
        OperatedShops shops,
        CastingUpload upload,
        CastingPictures pictures,
        BrandCasting casting,
        IObjectStore store,
        CancellationToken ct
    ) =>
        ChangeAsync(
            domain,
            request,
            shops,
            upload,
            pictures,
            store,
            (shop, read) => casting.ReplaceAsync(shop, reference, read.Form, read.Pictures, ct),
            ct
        );

    private static async Task<Results<NoContent, NotFound>> EraseAsync(
        string domain,
        Guid reference,
        OperatedShops shops,
        BrandCasting casting,
        CancellationToken ct
    ) =>
        await shops.FindAsync(domain, ct) is { } shop && await casting.EraseAsync(shop, reference, ct)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<Results<Ok<CastingRow>, NotFound, UnprocessableEntity<ReasonReport>>> ChangeAsync(
        string domain,
        HttpRequest request,
        OperatedShops shops,
        CastingUpload upload,
        CastingPictures pictures,
        IObjectStore store,
        Func<Guid, CastingUploaded.Read, Task<CastingOutcome>> change,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        var uploaded = await upload.ReadAsync(request, ct);
        if (uploaded is not CastingUploaded.Read read)
        {
            var no = (CastingUploaded.Refused)uploaded;
            return TypedResults.UnprocessableEntity(new ReasonReport(no.Code, no.Text));
        }

        var outcome = await change(shop, read);
        if (outcome is CastingOutcome.Kept kept)
        {
            return TypedResults.Ok(Row(kept.Reference, kept.Version, store));
        }

        await pictures.ForgetAsync(read.Pictures, ct);
        return outcome is CastingOutcome.Refused refused
            ? TypedResults.UnprocessableEntity(new ReasonReport(refused.Code, refused.Text))
            : TypedResults.NotFound();
    }

    private static CastingRow Row(CastingReference reference, int version, IObjectStore store) =>
        new(
            reference.Id,
            version,
            LowerCase.Write(reference.Kind),
            reference.Name,
            reference.Looks,
            reference.ConsentBy,
            reference.ConsentOn,
            [
                .. reference
                    .ReadPictures()
                    .Select(picture => new CastingPictureRow(
                        picture.ContentHash,
                        picture.Width,
                        picture.Height,
                        store.LinkTo(picture.FileKey, LinkLife)
                    )),
            ]
        );
}

/// <param name="Version">0 where nothing was ever kept.</param>
internal sealed record CastingList(string Collection, int Version, IReadOnlyList<CastingRow> Casting);

/// <param name="Version">Of the kit.</param>
internal sealed record CastingRow(
    Guid Id,
    int Version,
    string Kind,
    string Name,
    string Looks,
    string? ConsentBy,
    DateOnly? ConsentOn,
    IReadOnlyList<CastingPictureRow> Pictures
);

/// <param name="Address">A signed link that ends.</param>
internal sealed record CastingPictureRow(string Hash, int Width, int Height, Uri Address);
