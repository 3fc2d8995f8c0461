using CommerceVideo.Brands;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Catalog;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.VideoModels;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Operations;

/// <summary>What a kit makes of a shop's own photo, as a still: of the kit that counts, or of one that is being written.</summary>
internal static class PreviewEndpoint
{
    public static void MapPreview(this RouteGroupBuilder operations) =>
        operations
            .MapPost("/shops/{domain}/brand-kit/preview", ShowAsync)
            .WithMetadata(new RequestSizeLimitAttribute(256 * 1024));

    /// <summary>The body is a kit's JSON, laid over nothing; empty, the kit that counts for the product is shown.</summary>
    /// <param name="product">Shopify's global id; the first picture of it that can be used is shown.</param>
    private static async Task<Results<Ok<PreviewReport>, NotFound, UnprocessableEntity<ReasonReport>>> ShowAsync(
        string domain,
        string product,
        string placement,
        string? moment,
        HttpRequest request,
        OperatedShops shops,
        AppDb db,
        BrandKitKeeping keeping,
        FilmBrands brands,
        StillPreviews previews,
        IObjectStore store,
        CancellationToken ct
    )
    {
        var shop = await shops.FindAsync(domain, ct);
        var row = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.ShopId == shop && p.Gid == product, ct);
        if (
            row is null
            || await PictureAsync(db, row, ct) is not { } image
            || Placements.Find(placement) is not { } slot
        )
        {
            return TypedResults.NotFound();
        }

        if (!Enum.TryParse<PreviewMoment>(moment ?? nameof(PreviewMoment.Hook), ignoreCase: true, out var at))
        {
            return TypedResults.UnprocessableEntity(
                new ReasonReport("no_such_moment", $"'{moment}' is not a moment: there are hook, caption and card.")
            );
        }

        using var reader = new StreamReader(request.Body);
        var json = await reader.ReadToEndAsync(ct);
        var (kit, wrong) = json.Length == 0 ? (null, null) : KitJson.Read(json);
        wrong ??= kit is null ? null : await keeping.ProblemAsync(row.ShopId, kit, ct);
        if (wrong is not null)
        {
            return TypedResults.UnprocessableEntity(new ReasonReport("kit_not_possible", wrong));
        }

        using var folder = new ScratchFolder();
        var photo = folder.File("photo");
        await store.FetchToFileAsync(image.FileKey!, photo, ct);
        var brand = kit is null ? await brands.OfAsync(row, folder, ct) : await brands.TryOnAsync(kit, row, folder, ct);
        var still = await previews.MakeAsync(
            PhotoFile.At(photo, image.ContentHash!),
            row.Subject,
            slot,
            brand.Words,
            GroundFill.Of(brand.Kit),
            at,
            folder,
            ct
        );
        return TypedResults.Ok(
            new PreviewReport(
                still.Jpeg is null ? null : $"data:image/jpeg;base64,{Convert.ToBase64String(still.Jpeg)}",
                [.. brand.Warnings, .. still.Warnings]
            )
        );
    }

    private static Task<SourceImage?> PictureAsync(AppDb db, Product product, CancellationToken ct) =>
        db
            .SourceImages.AsNoTracking()
            .Where(image => image.ProductId == product.Id && image.State == ImageState.Accepted)
            .OrderBy(static image => image.Position)
            .FirstOrDefaultAsync(ct);
}

/// <param name="Still">A <c>data:</c> address of a JPEG; null where the photo cannot be shown.</param>
internal sealed record PreviewReport(string? Still, IReadOnlyList<string> Warnings);
