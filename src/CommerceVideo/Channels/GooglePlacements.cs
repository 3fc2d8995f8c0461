namespace CommerceVideo.Channels;

/// <summary>Campaigns of Google Ads that place a YouTube video themselves.</summary>
internal static class GooglePlacements
{
    private const string DemandGenHelp = "https://support.google.com/google-ads/answer/13676244";

    private const string AppHelp = "https://support.google.com/google-ads/answer/17091269";

    private const string AssetGroups =
        "https://developers.google.com/google-ads/api/performance-max/asset-requirements";

    private const string Longest = "YouTube's own limit for any video";

    /// <summary>Wide first: with one video only, that is the shape every surface can show.</summary>
    private static readonly Sourced<IReadOnlyList<Shape>> Shapes = new(
        [Shape.Wide, Shape.Upright, Shape.Square],
        Confidence.ThirdParty,
        DemandGenHelp
    );

    public static Placement DemandGen { get; } =
        YouTubePlacements.InStream with
        {
            Id = "google.demand-gen",
            Title = "Google Demand Gen",
            Shapes = Shapes,
            Lengths = new(null, new(43_200, Confidence.Unconfirmed, Longest), AimFrom: 10, AimTo: 30),
            // It is shown in Shorts as well, where the buttons are.
            SafeZone = new(YouTubePlacements.InStream.SafeZone.Value, Confidence.House, "as in-stream"),
        };

    public static Placement PerformanceMax { get; } =
        DemandGen with
        {
            Id = "google.performance-max",
            Title = "Google Performance Max",
            Shapes = Shapes with { Source = AssetGroups },
            // Long-standing and unlikely to be wrong, but not read on a page of Google's.
            Lengths = DemandGen.Lengths with
            {
                Minimum = new(10, Confidence.Unconfirmed, AssetGroups),
            },
        };

    public static Placement App { get; } =
        DemandGen with
        {
            Id = "google.app",
            Title = "Google App campaign",
            Shapes = Shapes with { Confidence = Confidence.Official, Source = AppHelp },
            Lengths = new(
                new(10, Confidence.Official, AppHelp),
                new(60, Confidence.Official, AppHelp),
                AimFrom: 10,
                AimTo: 30
            ),
        };
}
