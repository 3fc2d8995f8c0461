using CommerceVideo.Brands.Kits;
using CommerceVideo.Briefs;
using CommerceVideo.Finishing.Sound;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media.Colours;
using CommerceVideo.Platform;
using CommerceVideo.Rendering;
using CommerceVideo.Tests.Media.Video;

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

    [Fact]
    public void Words_come_from_a_brand_kit_and_the_command_line()
    {
        using var files = new TinyVideo();
        File.WriteAllText(files["bed.wav"], "RIFF    WAVEfmt ");
        File.WriteAllText(
            files["kit.json"],
            """
            { "language": "de", "palette": { "ink": "#ffffff", "plate": "#102030" }, "hook": "Weiches Leinen",
              "music": { "file": "bed.wav", "licence": "bought for advertising" }, "captions": ["Aus Portugal"], "endCard": { "line": "Versand frei", "action": "Jetzt kaufen" } }
            """
        );

        var (options, wrong) = RenderOptions.Parse([
            "--photo",
            "a",
            "--brand",
            files["kit.json"],
            "--price",
            "49.00 EUR",
            "--was",
            "69.00 EUR",
        ]);

        Assert.Null(wrong);
        Assert.Equal(("Weiches Leinen", new Rgb(16, 32, 48)), (options!.Words!.Kit.Hook, options.Words.Kit.Plate));
        Assert.Equal(new Offer(new Money(49, "EUR"), new Money(69, "EUR")), options.Words.Offer);
        Assert.Equal(new MusicBed(files["bed.wav"], "bought for advertising"), options.Music);
        Assert.Null(RenderOptions.Parse(["--photo", "a"]).Options!.Words);
    }

    [Theory]
    [InlineData("{ \"hok\": \"a\" }", "The brand kit is not understood")]
    [InlineData("{ \"palette\": { \"ink\": \"red\" } }", "'red' in the brand kit is not a colour")]
    [InlineData("{ \"music\": { \"file\": \"gone.mp3\", \"licence\": \"ours\" } }", "The brand kit names 'gone.mp3'")]
    [InlineData(
        "{ \"music\": { \"file\": \"kit.json\", \"licence\": \" \" } }",
        "The brand kit's music needs its licence"
    )]
    [InlineData("{ \"logo\": \"gone.png\" }", "The brand kit names 'gone.png'")]
    [InlineData(
        "{ \"font\": { \"family\": \"A\", \"file\": \"kit.json\" } }",
        "The brand kit's font needs its licence"
    )]
    public void A_wrong_brand_kit_is_told(string kit, string wrong)
    {
        using var files = new TinyVideo();
        File.WriteAllText(files["kit.json"], kit);

        Assert.StartsWith(wrong, RenderOptions.Parse(["--photo", "a", "--brand", files["kit.json"]]).Wrong);
    }

    [Theory]
    [InlineData("A price is an amount and a currency, such as \"49.00 EUR\".", "--price", "49")]
    [InlineData("--was needs a --price of the same currency.", "--was", "69 EUR")]
    public void A_wrong_price_is_told(string wrong, params string[] args) =>
        Assert.Equal(wrong, RenderOptions.Parse(["--photo", "a", .. args]).Wrong);
}
