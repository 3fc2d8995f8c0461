using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing.Forecasts;

/// <summary>Purchases by whose volume is counted together, so that what is taken off for volume can be taken off.</summary>
internal sealed class Basket
{
    private readonly Dictionary<
        (string Currency, string Pool),
        (PriceTiers Tiers, decimal Seconds, decimal Amount)
    > _pools = [];

    /// <param name="times">How often it is bought; a share where it is only likely.</param>
    public void Add(ModelOrder order, decimal times)
    {
        var key = KeyOf(order);
        var before = _pools.GetValueOrDefault(key, (order.Model.Tiers, 0, 0));
        _pools[key] = (
            order.Model.Tiers,
            before.Seconds + (times * order.Seconds),
            before.Amount + (times * order.Price.Amount)
        );
    }

    public Money Cost(string currency) =>
        new(
            _pools
                .Where(pool => pool.Key.Currency == currency)
                .Sum(static pool => pool.Value.Tiers.Cost(pool.Value.Seconds, pool.Value.Amount)),
            currency
        );

    /// <summary>How many times its list price a purchase of this model costs here.</summary>
    public decimal Factor(ModelOrder order) =>
        _pools[KeyOf(order)] is { Amount: > 0 } pool ? pool.Tiers.Cost(pool.Seconds, pool.Amount) / pool.Amount : 1;

    private static (string, string) KeyOf(ModelOrder order) =>
        (order.Price.Currency, order.Model.Tiers.Tiers.Count > 0 ? order.Model.Tiers.Pool : "");
}
