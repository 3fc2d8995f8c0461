using CommerceVideo.Channels;

namespace CommerceVideo.Tests.Channels;

public sealed class PlacementsTests
{
    public static TheoryData<string> Ids => [.. Placements.All.Select(static placement => placement.Id)];

    [Fact]
    public void Every_placement_written_down_is_in_the_list()
    {
        var written = typeof(Placement)
            .Assembly.GetTypes()
            .Where(static type =>
                type.Namespace?.StartsWith("CommerceVideo.Channels", StringComparison.Ordinal) == true
            )
            .SelectMany(static type => type.GetProperties())
            .Where(static property => property.PropertyType == typeof(Placement) && property.GetMethod!.IsStatic)
            .Select(static property => ((Placement)property.GetValue(null)!).Id);

        Assert.Equal(written.Order(), Placements.All.Select(static placement => placement.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_placement_aims_for_keeps_its_own_limits(string id)
    {
        var placement = Placements.Get(id);

        Assert.All(
            placement.Shapes.Value,
            static shape =>
            {
                Assert.InRange(shape.Aim.Ratio / shape.Ratio.Value, 0.99, 1.01);
                Assert.Equal(0, (shape.Aim.Width | shape.Aim.Height) & 1);
                Assert.True(shape.Minimum is null || shape.Minimum.Value.Width <= shape.Aim.Width);
            }
        );
        Assert.InRange(placement.Lengths.AimFrom, placement.Lengths.Minimum?.Value ?? 0, placement.Lengths.AimTo);
        Assert.InRange(placement.Lengths.AimTo, placement.Lengths.AimFrom, placement.Lengths.Maximum.Value);
        Assert.InRange(placement.SafeZone.Value.Top + placement.SafeZone.Value.Bottom, 0, 0.9);
        Assert.InRange(placement.SafeZone.Value.Left + placement.SafeZone.Value.Right, 0, 0.9);
    }

    [Fact]
    public void No_feed_video_of_four_to_five_goes_to_TikTok() =>
        Assert.DoesNotContain(new(4, 5), Placements.Get("tiktok.feed").Ratios);

    [Fact]
    public void The_product_page_follows_the_picture() =>
        Assert.Equal(new(3, 4), Placements.Get("shopify.product").ShapeFor(1200.0 / 1600).Ratio);

    [Fact]
    public void A_rehearsal_at_half_size_is_held_to_half_the_size()
    {
        var shape = Placements.Get("tiktok.feed").AtScale(0.5).Shapes.Value[0];

        Assert.Equal((new(540, 960), new(270, 480)), (shape.Aim, shape.Minimum!.Value));
    }
}
