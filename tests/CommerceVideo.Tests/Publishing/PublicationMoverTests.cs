using CommerceVideo.Publishing;
using CommerceVideo.Tests.Platform.Outbound;
using CommerceVideo.Tests.Shops;

namespace CommerceVideo.Tests.Publishing;

/// <summary>One publication carried to its end against a Shopify that answers badly.</summary>
public sealed class PublicationMoverTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task Whatever_is_lost_fails_or_dies_the_product_ends_with_one_video_behind_its_picture(int first)
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        await using var files = await FileServer.StartAsync();
        using var ground = new PublishingGround(shop);
        var troubled = 0;
        for (var seed = first; seed < first + 25; seed++)
        {
            using var shopify = new FickleShopify(seed, files.At("/upload"));

            var publication = await LiveAsync(shop, ground, shopify);

            troubled += shopify.Faults < FickleShopify.MostFaults ? 1 : 0;
            Assert.Equal((seed, PublicationState.Published), (seed, publication.State));
            Assert.Equal((seed, 1), (seed, shopify.Attached));
            Assert.Equal((seed, 3), (seed, shopify.Media.Count));
            Assert.Equal((seed, publication.MediaGid), (seed, shopify.Media[1]));
            Assert.DoesNotContain("AttachVideo AttachVideo", string.Join(' ', shopify.Asked), StringComparison.Ordinal);
        }

        Assert.InRange(troubled, 20, 25);
    }

    // As the runner lives it: each pass is a new run on what the database says.
    private static async Task<Publication> LiveAsync(ShopOnHand shop, PublishingGround ground, FickleShopify shopify)
    {
        var (id, run) = await ground.PlanAsync();
        for (var pass = 0; pass < 100; pass++)
        {
            try
            {
                if (await ground.AdvanceAsync(id, run, shopify) is not { } wait)
                {
                    return await ground.ReadAsync(id);
                }

                shop.Time.Leap(wait);
            }
            catch (Exception problem) when (problem is HttpRequestException or KilledException)
            {
                shop.Time.Leap(TimeSpan.FromSeconds(2));
            }
        }

        throw new InvalidOperationException($"It never rested: {string.Join(' ', shopify.Asked)}");
    }
}
