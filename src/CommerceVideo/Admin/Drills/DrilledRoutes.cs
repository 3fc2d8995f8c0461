using CommerceVideo.Briefs;
using CommerceVideo.Routing;
using CommerceVideo.Routing.Commands;

namespace CommerceVideo.Admin.Drills;

/// <summary>Routes what a shop has before and after a model's end, by that shop's own keys, choices and results.</summary>
internal sealed class DrilledRoutes(ModelStandings standings, RouteChoices choices)
{
    private readonly Dictionary<(Guid Shop, string Category), IReadOnlyList<ModelStanding>> _known = [];

    /// <param name="named">The models that take part, as <c>--models</c> names them; null for all.</param>
    /// <returns>Null when the end changes nothing for it.</returns>
    public async Task<RouteChange?> ChangeAsync(
        DrilledIntent intent,
        string model,
        DateOnly ends,
        string? named,
        CancellationToken ct
    )
    {
        var wishes = await choices.OfShopAsync(intent.Shop, intent.ProductType, ct);
        var models = NamedModels.Of(await OfShopAsync(intent.Shop, intent.Category, ct), named);
        var shots = ShotJson.Read(intent.Shots).Where(static shot => shot.Reframes is null).ToArray();
        return Drill.Of(models, model, ends, intent.Use, shots, Ask);

        // Before, what was made with it is made with it again; after, nobody asks for what is gone.
        RouteRequest Ask(VideoModels.Shot shot, DateTimeOffset at)
        {
            var gone = DateOnly.FromDateTime(at.UtcDateTime) >= ends;
            return new RouteRequest(shot, intent.Use, at, intent.Category)
            {
                Key = intent.Key,
                Wanted =
                    intent.Used && !gone ? model
                    : gone && intent.Wanted == model ? null
                    : intent.Wanted,
                WantedForType = wishes.ForType,
                WantedByShop = wishes.ByShop,
                NotWanted = wishes.NotWanted,
            };
        }
    }

    private async Task<IReadOnlyList<ModelStanding>> OfShopAsync(Guid shop, string category, CancellationToken ct)
    {
        if (!_known.TryGetValue((shop, category), out var models))
        {
            models = await standings.OfShopAsync(shop, category, ct);
            _known[(shop, category)] = models;
        }

        return models;
    }
}

/// <summary>What is routed: Shots in plain intent, for one use of one shop.</summary>
/// <param name="Shots">As JSON.</param>
/// <param name="Key">The same whenever it is routed again; null where nothing of it was filmed.</param>
/// <param name="Wanted">The model or provider that a person asked for.</param>
/// <param name="Used">The model that ends made it, or tried to.</param>
internal sealed record DrilledIntent(Guid Shop, Use Use, string Shots, string? Key, bool Used)
{
    public string? ProductType { get; init; }

    public string Category { get; init; } = "";

    public string? Wanted { get; init; }
}
