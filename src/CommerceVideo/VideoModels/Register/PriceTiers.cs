namespace CommerceVideo.VideoModels.Register;

/// <summary>What the volume of a tier is counted in.</summary>
public enum TierUnit
{
    Seconds,
    Amount,
}

/// <summary>What lies beyond <paramref name="From"/> costs <paramref name="Factor"/> times its list price.</summary>
public sealed record PriceTier(decimal From, decimal Factor);

/// <summary>
/// Prices that fall with volume. As with income tax, a factor holds only for what lies beyond its bound, so that buying more
/// never costs less in all.
/// </summary>
/// <param name="Pool">Whose volume is counted together: a model's id, or its provider's name.</param>
/// <param name="Tiers">By rising bound.</param>
public sealed record PriceTiers(string Pool, TierUnit Unit, IReadOnlyList<PriceTier> Tiers)
{
    public static PriceTiers None { get; } = new("", TierUnit.Amount, []);

    /// <param name="seconds">All seconds that the pool buys.</param>
    /// <param name="amount">What they come to at list prices.</param>
    /// <returns>What they cost.</returns>
    public decimal Cost(decimal seconds, decimal amount)
    {
        var volume = Unit == TierUnit.Seconds ? seconds : amount;
        if (volume <= 0 || Tiers.Count == 0)
        {
            return amount;
        }

        var weighed = Math.Min(volume, Tiers[0].From);
        for (var tier = 0; tier < Tiers.Count; tier++)
        {
            var to = tier + 1 < Tiers.Count ? Math.Min(volume, Tiers[tier + 1].From) : volume;
            weighed += Math.Max(0, to - Tiers[tier].From) * Tiers[tier].Factor;
        }

        return amount * weighed / volume;
    }

    /// <summary>A model's own tiers, else those of its provider.</summary>
    internal static PriceTiers Of(string id, ModelsOptions.VersionOptions version, ModelsOptions options) =>
        version.Tiers.Count > 0 ? Of(id, version.Tiers)
        : options.ProviderTiers.TryGetValue(version.Provider, out var common) ? Of(version.Provider, common)
        : None;

    private static PriceTiers Of(string pool, IList<ModelsOptions.TierOptions> tiers) =>
        new(
            pool,
            tiers.Any(static tier => tier.FromSeconds is not null) ? TierUnit.Seconds : TierUnit.Amount,
            [.. tiers.Select(static tier => new PriceTier(tier.FromSeconds ?? tier.FromAmount ?? 0, tier.Factor))]
        );
}
