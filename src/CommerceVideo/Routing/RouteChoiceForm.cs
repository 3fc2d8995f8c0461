using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>What a shop wants chosen for a type of product, or for all that have no choice of their own.</summary>
/// <param name="ProductType">As the merchant writes it; null or empty for all.</param>
/// <param name="Wanted">A model's id or a provider that comes first.</param>
/// <param name="NotWanted">Models or providers that are never used.</param>
/// <param name="Only">The only ones that may be used; the studio may always stand in.</param>
/// <param name="MostPrice">For one video.</param>
internal sealed record RouteChoiceForm(
    string? ProductType,
    string? Wanted,
    string[]? NotWanted,
    string[]? Only,
    Money? MostPrice
)
{
    private const int LongestType = 255;

    /// <summary>Why it cannot be chosen, and what to do; null when it can. Pure.</summary>
    public string? Problem(ModelRegister register, DateOnly today)
    {
        string[] never = NotWanted ?? [];
        string[] only = Only ?? [];
        var words = never.Concat(only).Concat(Wanted is null ? [] : [Wanted]);
        return ProductType?.Trim().Length > LongestType ? $"A product type has at most {LongestType} letters."
            : Wanted is null && never.Length == 0 && only.Length == 0 && MostPrice is null
                ? "Choose something: a model that comes first, ones that are never or alone used, or the most that a video may cost."
            : words.FirstOrDefault(word => !register.All.Any(model => RouteWish.Names(word, model))) is { } odd
                ? $"There is no model or provider '{odd}'. {Known(register, today)}"
            : (
                Wanted is { } first
                    ? Contradiction(first, never, only, register) ?? Ended(first, register, today)
                    : null
            ) ?? Price(register);
    }

    private string? Price(ModelRegister register) =>
        MostPrice is not { } most ? null
        : most.Amount <= 0 ? "The most that a video may cost is more than nothing."
        : register
            .All.SelectMany(static model => model.Sizes)
            .Any(size => size.Price.For(1, 1) is { } price && price.Currency == most.Currency)
            ? null
        : $"No model is paid in {most.Currency}. Name the price in the models' own currency, {Money.Dollars}.";

    private static string? Contradiction(string first, string[] never, string[] only, ModelRegister register)
    {
        var meant = register.All.Where(model => RouteWish.Names(first, model)).ToArray();
        return meant.All(model => never.Any(word => RouteWish.Names(word, model)))
                ? $"{first} is to come first and never to be used. Take it out of one of the two."
            : only.Length > 0 && !meant.Any(model => only.Any(word => RouteWish.Names(word, model)))
                ? $"{first} is to come first and is not among those that may be used. Add it to them."
            : null;
    }

    private static string? Ended(string first, ModelRegister register, DateOnly today)
    {
        var meant = register.All.Where(model => RouteWish.Names(first, model)).ToArray();
        return
            meant.All(model => model.Dates.Retired <= today)
            && meant.OrderByDescending(static model => model.Dates.Retired).First() is { Dates: var dates } last
            ? $"{last.Name} ended on {dates.Retired:yyyy-MM-dd}. {(dates.Replacement is { } next ? $"Its successor is {next}." : Known(register, today))}"
            : null;
    }

    private static string Known(ModelRegister register, DateOnly today)
    {
        var live = register.All.Where(model => !(model.Dates.Retired <= today)).ToArray();
        return $"Models: {string.Join(", ", live.Select(static model => model.Id))}. "
            + $"Providers: {string.Join(", ", live.Select(static model => model.Provider).Distinct(StringComparer.Ordinal))}.";
    }
}
