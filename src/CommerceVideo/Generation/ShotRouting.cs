using System.Text.Json;
using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Generation;

/// <summary>Routes the Shots of a Brief as everything stands now, and makes the attempt that a place of a route stands for.</summary>
internal sealed class ShotRouting(
    ModelStandings standings,
    RouteChoices choices,
    IOptions<RenderingOptions> rendering,
    TimeProvider time
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private IReadOnlyList<ModelStanding>? _models;

    private RouteWishes? _wishes;

    /// <param name="wanted">The one model that makes it, where somebody asked for one.</param>
    public async Task<RouteDecision> PlanAsync(
        PlannedBrief brief,
        Product product,
        Shot shot,
        string? wanted,
        CancellationToken ct
    )
    {
        var category = ProductCategory.Of(ProductCategory.FactsOf(product));
        _models ??= await standings.OfShopAsync(brief.ShopId, category, ct);
        _wishes ??= await choices.OfShopAsync(brief.ShopId, product.ProductType, ct);
        return RoutePlanner.Plan(
            new RouteRequest(shot, brief.Use, time.GetUtcNow(), category)
            {
                Key = brief.Id.ToString("N"),
                Wanted = wanted,
                WantedForType = _wishes.ForType,
                WantedByShop = _wishes.ByShop,
                NotWanted = _wishes.NotWanted,
                Only = _wishes.Only,
                MostPrice = _wishes.MostFor(shot.Seconds, Filmed(brief)),
                Deadline = brief.DeadlineAt - time.GetUtcNow(),
                Scale = rendering.Value.Scale,
            },
            _models
        );
    }

    public Attempt Attempt(PlannedBrief brief, int shot, int number, RoutePlace place, RouteDecision decision)
    {
        var now = time.GetUtcNow();
        return new Attempt
        {
            Id = Guid.CreateVersion7(now),
            ShopId = brief.ShopId,
            BriefId = brief.Id,
            Shot = shot,
            Number = number,
            Provider = place.Model.Provider,
            Model = place.Model.Id,
            Size = place.Order.Size.Name,
            Seconds = place.Order.Seconds,
            Ratio = place.Order.Ratio.ToString(),
            Why = place.Why,
            Route = Explained(decision),
            Warnings = [.. place.Order.Warnings],
            State = AttemptState.Planned,
            PriceAmount = place.Order.Price.Amount,
            PriceCurrency = place.Order.Price.Currency,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    /// <summary>Each shape of a film shows the same Shots again: only its own are counted.</summary>
    private static double Filmed(PlannedBrief brief) =>
        ShotJson.Read(brief.Shots).Where(static shot => shot.Reframes is null).Sum(static shot => shot.Seconds);

    // What was known then, without what can be read from the register.
    private static string Explained(RouteDecision decision) =>
        JsonSerializer.Serialize(
            new
            {
                decision.At,
                Chosen = decision.Chosen.Select(static place => new
                {
                    Model = place.Model.Id,
                    place.Score,
                    Price = place.Order.Price.Digits,
                    place.Reasons,
                }),
                decision.LeftOut,
            },
            Json
        );
}
