using System.Globalization;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.VideoModels.Register;

public sealed class PriceTiersTests
{
    private static readonly PriceTiers Tiers = new(
        "kling",
        TierUnit.Seconds,
        [new PriceTier(1000, 0.9m), new PriceTier(5000, 0.5m)]
    );

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "99.9")]
    [InlineData(1000, "100")]
    [InlineData(1001, "100.09")]
    [InlineData(5000, "460")]
    [InlineData(5001, "460.05")]
    [InlineData(9000, "660")]
    public void Only_what_lies_beyond_a_bound_gets_its_factor(int seconds, string cost) =>
        Assert.Equal(Number(cost), decimal.Round(Tiers.Cost(seconds, seconds * 0.1m), 6));

    [Theory]
    [InlineData(500, "500")]
    [InlineData(501, "500.8")]
    public void A_tier_may_be_counted_in_money(int amount, string cost) =>
        Assert.Equal(
            Number(cost),
            decimal.Round(new PriceTiers("fal", TierUnit.Amount, [new PriceTier(500, 0.8m)]).Cost(1, amount), 6)
        );

    [Fact]
    public void Without_tiers_the_list_price_holds() => Assert.Equal(123, PriceTiers.None.Cost(1_000_000, 123));

    [Fact]
    public void Buying_more_never_costs_less_in_all() =>
        Prop.ForAll(
                Gen.Choose(0, 20_000).ToArbitrary(),
                static seconds => Tiers.Cost(seconds, seconds * 0.1m) <= Tiers.Cost(seconds + 1, (seconds + 1) * 0.1m)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_models_own_tiers_go_before_its_providers()
    {
        var options = new ModelsOptions
        {
            Versions =
            {
                ["own"] = Version(new ModelsOptions.TierOptions { FromAmount = 10, Factor = 0.5m }),
                ["common"] = Version(),
            },
            ProviderTiers = { ["kling"] = [new ModelsOptions.TierOptions { FromSeconds = 20, Factor = 0.7m }] },
        };

        var register = ModelRegister.Of(options, StudioCard.Model);

        Assert.Equal(("own", TierUnit.Amount), (register.Find("own")!.Tiers.Pool, register.Find("own")!.Tiers.Unit));
        Assert.Equal("kling", register.Find("common")!.Tiers.Pool);
        Assert.Equal([new PriceTier(20, 0.7m)], register.Find("common")!.Tiers.Tiers);
        Assert.Empty(register.Find("studio-1")!.Tiers.Tiers);
    }

    [Theory]
    [InlineData(null, null, 0.9, "needs either FromSeconds or FromAmount")]
    [InlineData(1.0, 1.0, 0.9, "needs either FromSeconds or FromAmount")]
    [InlineData(0.0, null, 0.9, "begins above nothing")]
    [InlineData(5.0, null, 0.0, "above 0 and at most 1")]
    [InlineData(5.0, null, 1.01, "above 0 and at most 1")]
    [InlineData(100.0, null, 0.9, "rising volume")]
    [InlineData(null, 5.0, 0.9, "not in both")]
    public void A_tier_that_makes_no_sense_is_named_at_the_start(
        double? seconds,
        double? amount,
        double factor,
        string what
    )
    {
        var first = new ModelsOptions.TierOptions
        {
            FromSeconds = (decimal?)seconds,
            FromAmount = (decimal?)amount,
            Factor = (decimal)factor,
        };
        var second = new ModelsOptions.TierOptions { FromSeconds = 100, Factor = 0.8m };
        var options = new ModelsOptions { Versions = { ["one"] = Version(first, second) } };

        Assert.Contains(
            TierRules.Broken(options, ["kling"]),
            line => line.StartsWith("Models:Versions:one:Tiers: ", StringComparison.Ordinal) && line.Contains(what)
        );
    }

    [Fact]
    public void Tiers_of_a_provider_that_is_not_there_or_sells_in_two_currencies_are_named()
    {
        var options = new ModelsOptions
        {
            Versions = { ["one"] = Version(), ["other"] = Version() },
            ProviderTiers =
            {
                ["kling"] = [new ModelsOptions.TierOptions { FromSeconds = 20, Factor = 0.7m }],
                ["klang"] = [new ModelsOptions.TierOptions { FromSeconds = 20, Factor = 0.7m }],
            },
        };
        options.Versions["other"].Currency = "CNY";

        var broken = TierRules.Broken(options, ["kling"]).ToArray();

        Assert.Contains("Models:ProviderTiers: there is no provider 'klang'.", broken);
        Assert.Contains("Models:ProviderTiers:kling: its models are priced in several currencies.", broken);
        Assert.Equal(2, broken.Length);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static ModelsOptions.VersionOptions Version(params ModelsOptions.TierOptions[] tiers)
    {
        var version = new ModelsOptions.VersionOptions { Provider = "kling" };
        foreach (var tier in tiers)
        {
            version.Tiers.Add(tier);
        }

        return version;
    }
}
