using CommerceVideo.Briefs;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Routing;

/// <summary>What a route is asked for: the Shot, what it is for, and everything that limits the choice.</summary>
/// <param name="At">The moment of the decision: dates of the register are held against it.</param>
/// <param name="Category">What the product is, as results are learned by: e.g. <c>knit</c>, <c>footwear</c>.</param>
public sealed record RouteRequest(Shot Shot, Use Use, DateTimeOffset At, string Category)
{
    /// <summary>
    /// What the Shot belongs to, the same whenever it is routed again: decides whether an untried model gets its chance.
    /// Null for a preview, which tries nobody.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>How long it may take until the Clip is here, queue and rendering; null when it may take its time.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>The most this one Shot may cost; null when only the caps hold.</summary>
    public Money? MostPrice { get; init; }

    /// <summary>Models or providers that the brand does not want.</summary>
    public IReadOnlyList<string> NotWanted { get; init; } = [];

    /// <summary>
    /// The one model or provider that was asked for here and now: it is tried again where a failure may pass, no other makes
    /// it, and only the studio stands in.
    /// </summary>
    public string? Wanted { get; init; }

    /// <summary>The model or provider that the shop chose for this type of product: it comes first, others follow.</summary>
    public string? WantedForType { get; init; }

    /// <summary>The model or provider that the shop chose for everything else.</summary>
    public string? WantedByShop { get; init; }

    /// <summary>The only models or providers that the brand wants (the studio may always stand in); empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Below 1 the smallest sizes are bought: a rehearsal.</summary>
    public double Scale { get; init; } = 1;

    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}
