using CommerceVideo.Brands;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Masks;

namespace CommerceVideo.Tests.Brands;

public sealed class CollectionLookTests
{
    [Fact]
    public void Products_on_one_ground_are_one_look() =>
        Assert.Empty(
            CollectionLook.Of([On(250, 250, 250), On(248, 249, 250), On(251, 250, 248), On(247, 247, 247)]).Odd
        );

    [Theory]
    [InlineData(205, 205, 205, "darker")]
    [InlineData(250, 238, 214, "warmer")]
    [InlineData(222, 236, 252, "cooler")]
    public void The_odd_one_is_named_with_what_is_different(byte red, byte green, byte blue, string difference)
    {
        var odd = On(red, green, blue) with { Title = "Odd" };

        var look = CollectionLook.Of([On(250, 250, 250), On(248, 249, 250), odd, On(251, 250, 248), On(247, 247, 247)]);

        var named = Assert.Single(look.Odd);
        Assert.Equal(("plain", 5, "Odd"), (look.Ground, look.Compared, named.Title));
        Assert.True(named.Distance > 4);
        Assert.Contains(difference, named.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_that_is_mixed_throughout_has_no_odd_one() =>
        Assert.Empty(
            CollectionLook.Of([On(250, 250, 250), On(200, 200, 200), On(225, 225, 225), On(180, 180, 180)]).Odd
        );

    [Fact]
    public void Who_stands_in_a_scene_among_packshots_is_odd_and_the_other_way_round()
    {
        var scene = On(0, 0, 0) with { Kind = GroundKind.Scene, Colour = null, Title = "Odd" };

        Assert.Equal("Odd", Assert.Single(CollectionLook.Of([On(250, 250, 250), scene, On(250, 250, 250)]).Odd).Title);
        var packshot = On(250, 250, 250) with { Title = "Odd" };
        Assert.Equal("Odd", Assert.Single(CollectionLook.Of([scene, packshot, scene]).Odd).Title);
    }

    [Fact]
    public void Of_two_nobody_can_say_which_is_odd() =>
        Assert.Null(CollectionLook.Of([On(250, 250, 250), On(10, 10, 10)]).Ground);

    [Fact]
    public void What_has_no_ground_of_its_own_is_not_compared()
    {
        var cut = On(0, 0, 0) with { Kind = GroundKind.Transparent, Colour = null };

        Assert.Equal(0, CollectionLook.Of([cut, cut, cut]).Compared);
    }

    private static ShownGround On(byte red, byte green, byte blue) =>
        new("gid://shopify/Product/1", "Shirt", GroundKind.Plain, LabColour.OfRgb(red, green, blue));
}
