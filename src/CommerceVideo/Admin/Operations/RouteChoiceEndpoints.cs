using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels.Register;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommerceVideo.Admin.Operations;

/// <summary>What a shop chooses for its routes: which models first, never or alone, and the most that a video may cost.</summary>
internal static class RouteChoiceEndpoints
{
    public static void MapRouteChoices(this RouteGroupBuilder operations)
    {
        var group = operations.MapGroup("/shops/{domain}/route-choices");
        group.MapGet("/", ListAsync);
        group.MapPut("/", KeepAsync);
        group.MapDelete("/", DropAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<RouteChoiceRow>>, NotFound>> ListAsync(
        string domain,
        OperatedShops shops,
        RouteChoices choices,
        CancellationToken ct
    ) =>
        await shops.FindAsync(domain, ct) is { } shop
            ? TypedResults.Ok<IReadOnlyList<RouteChoiceRow>>([
                .. (await choices.ListAsync(shop, ct)).Select(static choice => new RouteChoiceRow(
                    choice.ProductType,
                    choice.Wanted,
                    choice.NotWanted,
                    choice.OnlyThese,
                    choice.Most is { } most ? new PriceBody(most.Digits, most.Currency) : null
                )),
            ])
            : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, UnprocessableEntity<ReasonReport>>> KeepAsync(
        string domain,
        RouteChoiceBody body,
        OperatedShops shops,
        RouteChoices choices,
        ModelRegister register,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        var (form, unreadable) = body.Read();
        if ((unreadable ?? form.Problem(register, time.Today)) is { } problem)
        {
            return TypedResults.UnprocessableEntity(new ReasonReport("choice_not_possible", problem));
        }

        await choices.KeepAsync(shop, form, ct);
        return TypedResults.NoContent();
    }

    /// <param name="productType">Left out: the choice for all types.</param>
    private static async Task<Results<NoContent, NotFound>> DropAsync(
        string domain,
        string? productType,
        OperatedShops shops,
        RouteChoices choices,
        CancellationToken ct
    ) =>
        await shops.FindAsync(domain, ct) is { } shop && await choices.DropAsync(shop, productType, ct)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    extension(TimeProvider time)
    {
        private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    }
}

internal sealed record RouteChoiceRow(
    string ProductType,
    string? Wanted,
    IReadOnlyList<string> NotWanted,
    IReadOnlyList<string> Only,
    PriceBody? MostPrice
);

/// <param name="Amount">As everywhere: a string, so that no cent is lost.</param>
internal sealed record PriceBody(string Amount, string Currency);

/// <inheritdoc cref="RouteChoiceForm"/>
internal sealed record RouteChoiceBody(
    string? ProductType,
    string? Wanted,
    string[]? NotWanted,
    string[]? Only,
    PriceBody? MostPrice
)
{
    public (RouteChoiceForm Form, string? Problem) Read()
    {
        var price =
            MostPrice is null ? (Money?)null
            : decimal.TryParse(
                MostPrice.Amount,
                System.Globalization.NumberStyles.AllowDecimalPoint,
                System.Globalization.CultureInfo.InvariantCulture,
                out var amount
            )
                ? new Money(amount, MostPrice.Currency)
            : null;
        return (
            new RouteChoiceForm(ProductType, Wanted, NotWanted, Only, price),
            MostPrice is not null && price is null ? $"'{MostPrice.Amount}' is no amount: write it as 1.50." : null
        );
    }
}
