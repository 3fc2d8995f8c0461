namespace CommerceVideo.Tests.Support;

/// <summary>How a <see cref="FlowSystem"/> is put up.</summary>
internal sealed record FlowOptions
{
    /// <summary>Quick to render: pages only, and small.</summary>
    public static FlowOptions Quick { get; } = new();

    /// <summary>Social placements take nothing smaller than what a small photo comes to at full size.</summary>
    public static FlowOptions PageAndSocial { get; } = new() { Uses = "page,social", Scale = "1" };

    public string Uses { get; init; } = "page";

    /// <summary>Below this the smallest page film has a side under 100 pixels, which Shopify does not take.</summary>
    public string Scale { get; init; } = "0.3";

    /// <summary>The roles as programs of their own, to be killed; else both in this one.</summary>
    public bool Apart { get; init; }

    /// <summary>Folders in which the store finds the pictures that a webhook body names.</summary>
    public string? Photos { get; init; }

    public IReadOnlyDictionary<string, string> App { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Store { get; init; } = new Dictionary<string, string>();
}
