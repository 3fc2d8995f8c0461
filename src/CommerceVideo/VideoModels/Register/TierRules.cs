namespace CommerceVideo.VideoModels.Register;

/// <summary>What is wrong with the volume tiers of a register, a line for each; pure.</summary>
internal static class TierRules
{
    public static IEnumerable<string> Broken(ModelsOptions options, IReadOnlyCollection<string> providers)
    {
        var models = options.Versions.SelectMany(static version =>
            Of(version.Value.Tiers, $"Models:Versions:{version.Key}:Tiers")
        );
        var common = options.ProviderTiers.SelectMany(pool => Of(pool.Value, $"Models:ProviderTiers:{pool.Key}"));
        var nobodys = options
            .ProviderTiers.Keys.Where(name => !providers.Contains(name))
            .Select(static name => $"Models:ProviderTiers: there is no provider '{name}'.");
        return models.Concat(common).Concat(nobodys).Concat(Currencies(options));
    }

    private static IEnumerable<string> Of(IList<ModelsOptions.TierOptions> tiers, string where)
    {
        if (tiers.Any(static tier => tier.FromSeconds is null == tier.FromAmount is null))
        {
            yield return $"{where}: a tier needs either FromSeconds or FromAmount.";
        }

        if (tiers.Select(static tier => tier.FromSeconds is null).Distinct().Count() > 1)
        {
            yield return $"{where}: tiers are counted in seconds or in money, not in both.";
        }

        if (tiers.Any(static tier => From(tier) <= 0))
        {
            yield return $"{where}: a tier begins above nothing.";
        }

        if (tiers.Zip(tiers.Skip(1)).Any(static pair => From(pair.First) >= From(pair.Second)))
        {
            yield return $"{where}: tiers are named by rising volume.";
        }

        if (tiers.Any(static tier => tier.Factor is <= 0 or > 1))
        {
            yield return $"{where}: a Factor is above 0 and at most 1.";
        }
    }

    // One volume cannot be counted in two kinds of money.
    private static IEnumerable<string> Currencies(ModelsOptions options) =>
        options
            .ProviderTiers.Keys.Where(name =>
                options
                    .Versions.Values.Where(version => version.Provider == name)
                    .Select(static version => version.Currency)
                    .Distinct()
                    .Count() > 1
            )
            .Select(static name => $"Models:ProviderTiers:{name}: its models are priced in several currencies.");

    private static decimal From(ModelsOptions.TierOptions tier) => tier.FromSeconds ?? tier.FromAmount ?? 0;
}
