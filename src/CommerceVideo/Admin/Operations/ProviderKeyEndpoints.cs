using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Keys;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Operations;

/// <summary>A shop's own keys: taken in and sealed, or taken away; never told again.</summary>
internal static class ProviderKeyEndpoints
{
    public static void MapProviderKeys(this RouteGroupBuilder operations)
    {
        var group = operations.MapGroup("/shops/{domain}/provider-keys");
        group.MapPut("/{provider}", KeepAsync);
        group.MapDelete("/{provider}", DropAsync);
    }

    private static async Task<Results<NoContent, NotFound>> KeepAsync(
        string domain,
        string provider,
        KeyBody body,
        OperatedShops shops,
        VideoProviders providers,
        ProviderKeys keys,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var shop = await shops.FindAsync(domain, ct);
        if (shop is not { } id || providers.Find(provider) is null)
        {
            return TypedResults.NotFound();
        }

        await keys.KeepAsync(id, provider, body.Key.Trim(), time.GetUtcNow(), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, NotFound>> DropAsync(
        string domain,
        string provider,
        OperatedShops shops,
        AppDb db,
        CancellationToken ct
    )
    {
        var shop = await shops.FindAsync(domain, ct);
        var dropped = await db
            .ShopProviderKeys.Where(key => key.ShopId == shop && key.Provider == provider)
            .ExecuteDeleteAsync(ct);
        return dropped > 0 ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}

internal sealed record KeyBody(string Key)
{
    public override string ToString() => "(key)";
}
