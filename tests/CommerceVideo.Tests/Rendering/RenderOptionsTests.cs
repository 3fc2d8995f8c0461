using CommerceVideo.Briefs;
using CommerceVideo.Rendering;

namespace CommerceVideo.Tests.Rendering;

public sealed class RenderOptionsTests
{
    [Fact]
    public void A_photo_alone_means_page_and_social_everywhere_at_full_size()
    {
        var (options, wrong) = RenderOptions.Parse(["--photo", "a.jpg"]);

        Assert.Null(wrong);
        Assert.Equal([Use.Page, Use.Social], options!.Uses);
        Assert.Null(options.Placements);
        Assert.Equal(1, options.Scale);
    }

    [Fact]
    public void Everything_that_can_be_said_is_understood()
    {
        var (options, _) = RenderOptions.Parse([
            "--photo",
            "a.jpg",
            "--out",
            "films",
            "--purposes",
            "social,hero",
            "--placements",
            "tiktok.feed,shopify.hero",
            "--scale",
            "0.5",
            "--title",
            "Red dress",
            "--type",
            "Dress",
            "--json",
            "-",
        ]);

        Assert.Equal([Use.Social, Use.Hero], options!.Uses);
        Assert.Equal(["tiktok.feed", "shopify.hero"], options.Placements);
        Assert.Equal((0.5, "films", "-"), (options.Scale, options.Out, options.Json));
        Assert.Equal(("Red dress", "Dress"), (options.Product.Title, options.Product.Type));
    }

    [Theory]
    [InlineData("--photo FILE is needed.", "--out", "x")]
    [InlineData("'--fast' is not an option.", "--photo", "a", "--fast")]
    [InlineData("--out needs a value.", "--photo", "a", "--out")]
    [InlineData("--out needs a value.", "--photo", "a", "--out", "--json", "-")]
    [InlineData("--photo is given twice.", "--photo", "a", "--photo", "b")]
    [InlineData(
        "'reel' is not a purpose; there are page, social, hero, isolation, lifestyle.",
        "--photo",
        "a",
        "--purposes",
        "reel"
    )]
    [InlineData(
        "'0' is not a purpose; there are page, social, hero, isolation, lifestyle.",
        "--photo",
        "a",
        "--purposes",
        "0"
    )]
    [InlineData("--scale is 1 or 0.5, not '2'.", "--photo", "a", "--scale", "2")]
    [InlineData(
        "No purpose asked for is shown on tiktok.feed.",
        "--photo",
        "a",
        "--purposes",
        "page",
        "--placements",
        "tiktok.feed"
    )]
    [InlineData("--placements names none.", "--photo", "a", "--placements", ",")]
    public void Wrong_usage_is_said_in_one_line(string wrong, params string[] args) =>
        Assert.Equal((null, wrong), RenderOptions.Parse(args));

    [Fact]
    public void An_unknown_placement_is_answered_with_the_known_ones()
    {
        var (_, wrong) = RenderOptions.Parse(["--photo", "a", "--placements", "myspace"]);

        Assert.StartsWith(
            "'myspace' is not a placement; there are shopify.product, shopify.hero",
            wrong,
            StringComparison.Ordinal
        );
    }
}
