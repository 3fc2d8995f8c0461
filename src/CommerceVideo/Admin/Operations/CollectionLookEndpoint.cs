using CommerceVideo.Brands;
using CommerceVideo.Catalog;
using CommerceVideo.Media.Masks;
using CommerceVideo.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Operations;

/// <summary>Whether the products of a collection stand in one look, and which are odd, by the first picture of each.</summary>
internal static class CollectionLookEndpoint
{
    public static void MapCollectionLook(this RouteGroupBuilder operations) =>
        operations.MapGet("/shops/{domain}/collections/{collection}/look", ReadAsync);

    private static async Task<Results<Ok<CollectionLook>, NotFound>> ReadAsync(
        string domain,
        string collection,
        OperatedShops shops,
        AppDb db,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        var rows = await (
            from product in db.Products.AsNoTracking()
            join image in db.SourceImages on product.Id equals image.ProductId
            where
                product.ShopId == shop
                && product.DeletedAt == null
                && product.Collections.Contains(collection)
                && image.State == ImageState.Accepted
            orderby product.Id, image.Position
            select new
            {
                product.Gid,
                product.Title,
                image.Facts,
            }
        ).ToListAsync(ct);
        return TypedResults.Ok(
            CollectionLook.Of([
                .. rows.DistinctBy(static row => row.Gid)
                    .Select(static row => ShownGround.Of(row.Gid, row.Title, PictureFacts.Read(row.Facts!))),
            ])
        );
    }
}
