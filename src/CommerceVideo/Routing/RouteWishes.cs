using CommerceVideo.Platform;

namespace CommerceVideo.Routing;

/// <summary>What a shop's choices come to for one product.</summary>
/// <param name="NotWanted">What either of the two choices rules out.</param>
/// <param name="Only">The type's own list where it has one, else the shop's; empty for all.</param>
/// <param name="MostPrice">For one video: the type's own where it has one, else the shop's.</param>
internal sealed record RouteWishes(
    string? ForType,
    string? ByShop,
    IReadOnlyList<string> NotWanted,
    IReadOnlyList<string> Only,
    Money? MostPrice
)
{
    public static RouteWishes None { get; } = Of(null, null);

    /// <param name="own">For the product's type.</param>
    /// <param name="whole">For all types.</param>
    public static RouteWishes Of(RouteChoice? own, RouteChoice? whole) =>
        new(
            own?.Wanted,
            whole?.Wanted,
            [.. (own?.NotWanted ?? []).Concat(whole?.NotWanted ?? []).Distinct(StringComparer.Ordinal)],
            own is { OnlyThese.Length: > 0 } ? own.OnlyThese : whole?.OnlyThese ?? [],
            own?.Most ?? whole?.Most
        );

    /// <summary>What one Shot may cost so that its video keeps to the limit: its share by length. Pure.</summary>
    /// <param name="filmed">Seconds of all Shots of the video that are paid for.</param>
    public Money? MostFor(double seconds, double filmed) =>
        MostPrice is { } most && filmed > 0 ? most * (decimal)(seconds / filmed) : MostPrice;

    /// <summary>The less of what the caps leave and what this Shot may cost. In different money nothing that is paid keeps to both.</summary>
    public Money Within(Money left, double seconds, double filmed) =>
        MostFor(seconds, filmed) is not { } most ? left
        : most.Currency != left.Currency ? Money.Nothing(left.Currency)
        : most.Amount < left.Amount ? most
        : left;
}
