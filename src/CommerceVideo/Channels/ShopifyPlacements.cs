using CommerceVideo.Media;

namespace CommerceVideo.Channels;

/// <summary>Where a store shows a product's own media.</summary>
internal static class ShopifyPlacements
{
    private const string Media = "https://shopify.dev/docs/apps/build/online-store/product-media";

    /// <summary>Help Center values that several clients agree on; Shopify makes its own copies in every size from the file.</summary>
    private const string Help = "Shopify Help Center, product media limits (long-standing values)";

    private static readonly Sourced<FrameSize> Smallest = new(new FrameSize(100, 100), Confidence.Official, Media);

    public static Placement Product { get; } =
        new()
        {
            Id = "shopify.product",
            Title = "Product page",
            Shapes = new(
                [
                    Shape.Square with
                    {
                        Minimum = Smallest,
                    },
                    Shape.Portrait with
                    {
                        Minimum = Smallest,
                    },
                    new Shape(new AspectRatio(3, 4), new FrameSize(1080, 1440), Smallest),
                    Shape.Tall with
                    {
                        Minimum = Smallest,
                    },
                    Shape.Upright with
                    {
                        Minimum = Smallest,
                    },
                    new Shape(new AspectRatio(4, 3), new FrameSize(1440, 1080), Smallest),
                    Shape.Wide with
                    {
                        Minimum = Smallest,
                    },
                ],
                Confidence.House,
                "any ratio is taken; these are the ones galleries show without bars"
            ),
            FollowsPicture = true,
            LongestSide = new(4096, Confidence.ThirdParty, Help),
            Lengths = new(null, new(600, Confidence.ThirdParty, Help), AimFrom: 5, AimTo: 20),
            MaximumBytes = new(1_000_000_000, Confidence.ThirdParty, Help),
            Containers = new(["mp4", "mov"], Confidence.ThirdParty, Help),
            Encoding = new(
                new(["h264"], Confidence.House, "plays in every browser before Shopify's own copies are ready"),
                new("yuv420p", Confidence.House, "plays in every browser"),
                new((23.97, 60), Confidence.House, "as the film was made"),
                GopSeconds: new(5, Confidence.House, "one profile for all"),
                MinimumBitrate: null,
                HouseRules.Audio
            ),
            // The native player's controls lie over the bottom 60 px of a 1080 px tall player.
            SafeZone = new(SafeZone.Of(0, 60, 0, 0, 1080, 1080), Confidence.Unconfirmed, Media),
            // It starts muted, beside words and a price that are the page's own.
            Loudness = null,
            Words = HouseRules.Words with
            {
                Allowed = new(false, Confidence.House, "words on it go stale and conflict with the live price"),
            },
        };

    /// <summary>A campaign film at the head of a page or collection, as long as it was made.</summary>
    public static Placement Hero { get; } =
        Product with
        {
            Id = "shopify.hero",
            Title = "Campaign hero",
            Lengths = Product.Lengths with { AimFrom = 4, AimTo = 60 },
            Words = HouseRules.Words,
        };
}
