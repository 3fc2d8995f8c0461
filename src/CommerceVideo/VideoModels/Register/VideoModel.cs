using CommerceVideo.Media;

namespace CommerceVideo.VideoModels.Register;

/// <summary>One version of one model as the register knows it: what it can, costs and lasts. Data, never code.</summary>
public sealed record VideoModel
{
    /// <summary>E.g. <c>kling-3.0</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Whose adapter speaks to it, e.g. <c>kling</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>What the provider's API calls it.</summary>
    public required string WireName { get; init; }

    public required ModelDates Dates { get; init; }

    public required IReadOnlyList<ShotStart> Starts { get; init; }

    public required IReadOnlyList<ShotMove> Moves { get; init; }

    public required ModelLengths Lengths { get; init; }

    /// <summary>Smallest first.</summary>
    public required IReadOnlyList<ModelSize> Sizes { get; init; }

    /// <summary>The shapes it makes; empty where the picture decides.</summary>
    public IReadOnlyList<AspectRatio> Ratios { get; init; } = [];

    /// <summary>A last frame can be given.</summary>
    public bool Ending { get; init; }

    /// <summary>How many reference pictures (the product's among them) a request without a first frame may carry.</summary>
    public int References { get; init; }

    /// <summary>How many a request with a first frame may carry beside it; 0 where the two exclude each other.</summary>
    public int ReferencesBesideFrame { get; init; }

    /// <summary>Lengths of what is made from references, where they differ.</summary>
    public ModelLengths? ReferenceLengths { get; init; }

    /// <summary>The shapes of what is made from references, where they differ.</summary>
    public IReadOnlyList<AspectRatio> ReferenceRatios { get; init; } = [];

    /// <summary>False where its provider refuses pictures of real people.</summary>
    public bool TakesPeople { get; init; } = true;

    public ModelSound Sound { get; init; }

    public required ModelStrengths Strengths { get; init; }

    public ArenaScore? Arena { get; init; }

    /// <summary>The uses that it is known to be the best model for, in the words of the uses: the product's own table.</summary>
    public IReadOnlyList<string> BestFor { get; init; } = [];

    /// <summary>What its provider takes off for large volumes.</summary>
    public PriceTiers Tiers { get; init; } = PriceTiers.None;

    /// <summary>Seconds from submit to file as its maker or users report it, when nobody else waits.</summary>
    public required int TypicalSeconds { get; init; }

    /// <summary>How many may be in flight on one account.</summary>
    public required int AtOnce { get; init; }

    /// <summary>How many may be submitted in a minute; 0 where the provider names no limit.</summary>
    public int PerMinute { get; init; }

    /// <summary>Its provider may charge for what it refuses: what follows is a new purchase.</summary>
    public bool BillsRefusals { get; init; }

    /// <summary>Its pixels are the photo's own: nothing is invented, so no person has to look first.</summary>
    public bool TrueToPhoto { get; init; }

    /// <summary>The lengths in which it makes this Shot.</summary>
    public ModelLengths LengthsFor(Shot shot) =>
        shot.Start == ShotStart.References ? ReferenceLengths ?? Lengths : Lengths;

    public bool IsFree => Sizes.All(static size => size.Price.For(1, 1) is { IsNothing: true });
}
