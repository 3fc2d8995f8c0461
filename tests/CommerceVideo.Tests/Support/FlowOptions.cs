namespace CommerceVideo.Tests.Support;

/// <summary>How a <see cref="FlowSystem"/> is put up.</summary>
internal sealed record FlowOptions
{
    /// <summary>Quick to render: pages only. Social placements take nothing below half size.</summary>
    public static FlowOptions Quick { get; } = new();

    /// <summary>Shopify takes no video with a side below 100 pixels, which small photos would come to at a quarter.</summary>
    public static FlowOptions HalfSize { get; } = new() { Scale = "0.5" };

    public static FlowOptions PageAndSocial { get; } = new() { Uses = "page,social", Scale = "0.5" };

    public string Uses { get; init; } = "page";

    public string Scale { get; init; } = "0.25";

    /// <summary>The roles as programs of their own, to be killed; else both in this one.</summary>
    public bool Apart { get; init; }

    /// <summary>Folders in which the store finds the pictures that a webhook body names.</summary>
    public string? Photos { get; init; }

    public IReadOnlyDictionary<string, string> App { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Store { get; init; } = new Dictionary<string, string>();
}
