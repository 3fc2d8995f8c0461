using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Routing;

/// <summary>A shop's choices: what they come to for a product, and the writing of them.</summary>
internal sealed class RouteChoices(AppDb db)
{
    public async Task<RouteWishes> OfShopAsync(Guid shop, string? productType, CancellationToken ct)
    {
        var type = RouteChoice.Normal(productType);
        var rows = await db
            .RouteChoices.AsNoTracking()
            .Where(choice =>
                choice.ShopId == shop && (choice.ProductType == type || choice.ProductType == RouteChoice.WholeShop)
            )
            .ToListAsync(ct);
        return RouteWishes.Of(
            rows.Find(choice => choice.ProductType == type && type != RouteChoice.WholeShop),
            rows.Find(static choice => choice.ProductType == RouteChoice.WholeShop)
        );
    }

    public async Task<IReadOnlyList<RouteChoice>> ListAsync(Guid shop, CancellationToken ct) =>
        await db
            .RouteChoices.AsNoTracking()
            .Where(choice => choice.ShopId == shop)
            .OrderBy(static choice => choice.ProductType)
            .ToListAsync(ct);

    /// <summary>From now on; it takes the place of what was chosen for the same type before.</summary>
    /// <param name="form">Without a <see cref="RouteChoiceForm.Problem"/>.</param>
    public async Task KeepAsync(Guid shop, RouteChoiceForm form, CancellationToken ct)
    {
        var type = RouteChoice.Normal(form.ProductType);
        var only = form.Only ?? [];
        var notWanted = form.NotWanted ?? [];
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into route_choice (shop_id, product_type, wanted, not_wanted, only_these, most_amount, most_currency)
            values ({shop}, {type}, {form.Wanted}, {notWanted}, {only}, {form.MostPrice?.Amount}, {form.MostPrice?.Currency})
            on conflict (shop_id, product_type) do update
            set wanted = excluded.wanted, not_wanted = excluded.not_wanted, only_these = excluded.only_these,
              most_amount = excluded.most_amount, most_currency = excluded.most_currency
            """,
            ct
        );
    }

    /// <returns>False when nothing was chosen for it.</returns>
    public async Task<bool> DropAsync(Guid shop, string? productType, CancellationToken ct)
    {
        var type = RouteChoice.Normal(productType);
        return await db
                .RouteChoices.Where(choice => choice.ShopId == shop && choice.ProductType == type)
                .ExecuteDeleteAsync(ct) > 0;
    }
}
