using CommerceVideo.Brands.Files;
using CommerceVideo.Brands.Kits;

namespace CommerceVideo.Tests.Brands.Kits;

public sealed class KitContentTests
{
    private static readonly KitContent Whole = new()
    {
        Language = "de",
        Palette = new KitPalette("#112233", "#445566", "#778899"),
        Font = new KitFont("Inter", "inter.ttf", "OFL 1.1"),
        Logo = "logo.png",
        Hook = "Look",
        Captions = ["One", "Two"],
        EndCard = new EndCard("Free shipping", "Shop now", From: "ab"),
        ForbiddenWords = ["cheap"],
        OffLimits = [OffLimit.People, OffLimit.OtherProducts],
        Motion = MotionStyle.Calm,
        Ground = new KitGround(GroundStyle.Gradient, To: "#000000"),
        Music = new MusicBed("bed.mp3", "bought 2026"),
        Look = new KitLook(References: ["a.png", "b.png"], Strength: 0.5),
    };

    [Fact]
    public void What_is_written_is_read_again()
    {
        var (read, wrong) = KitJson.Read(KitJson.Write(Whole));

        Assert.Null(wrong);
        Assert.Equal(KitJson.Write(Whole), KitJson.Write(read!));
    }

    [Theory]
    [InlineData("""{ "hok": "a" }""")]
    [InlineData("""{ "offLimits": ["pepole"] }""")]
    [InlineData("""{ "offLimits": [1] }""")]
    [InlineData("""{ "ground": { } }""")]
    [InlineData("""{ "music": { "file": "bed.mp3" } }""")]
    [InlineData("""{ "captions": [null] }""")]
    [InlineData("null")]
    [InlineData("")]
    public void What_is_misspelt_or_missing_is_refused(string json) => Assert.NotNull(KitJson.Read(json).Wrong);

    [Fact]
    public void A_variant_says_what_is_different_and_keeps_what_the_shop_forbids()
    {
        var variant = new KitContent
        {
            Hook = "Summer",
            Palette = new KitPalette(Ink: "#ffffff"),
            ForbiddenWords = ["winter"],
            OffLimits = [OffLimit.Animals],
        };

        var both = variant.Over(Whole);

        Assert.Equal(("Summer", "logo.png", "de"), (both.Hook, both.Logo, both.Language));
        Assert.Equal(new KitPalette("#ffffff", "#445566", "#778899"), both.Palette);
        Assert.Equal(["cheap", "winter"], both.ForbiddenWords);
        Assert.Equal([OffLimit.People, OffLimit.OtherProducts, OffLimit.Animals], both.OffLimits);
    }

    [Fact]
    public void Every_file_is_named_with_what_it_is_needed_as_and_can_be_renamed()
    {
        var renamed = Whole.Renamed(static name => $"kept-{name}");

        Assert.Equal(
            [
                "logo Picture kept-logo.png",
                "font.file Font kept-inter.ttf",
                "music.file Music kept-bed.mp3",
                "look.references Picture kept-a.png",
                "look.references Picture kept-b.png",
            ],
            renamed.Files().Select(static use => $"{use.Member} {use.Kind} {use.Name}")
        );
    }

    public static TheoryData<string, KitContent> Wrong =>
        new()
        {
            { "not a colour", Whole with { Palette = new KitPalette("red") } },
            { "not a language", Whole with { Language = "german" } },
            { "too long", Whole with { Hook = new string('a', 121) } },
            { "{price} stands for nothing", Whole with { Hook = "Now {price}" } },
            { "not both", Whole with { Look = new KitLook("a.cube", ["b.png"]) } },
            { "needs a LUT", Whole with { Look = new KitLook() } },
            { "0 to 1", Whole with { Look = new KitLook(References: ["a.png"], Strength: 2) } },
            { "needs the colour", Whole with { Ground = new KitGround(GroundStyle.Gradient) } },
            { "font needs its licence", Whole with { Font = new KitFont("Inter", "inter.ttf") } },
            { "music needs its licence", Whole with { Music = new MusicBed("bed.mp3", " ") } },
            { "there is no such file", Whole with { Logo = "gone.png" } },
            { "is a font, not a picture", Whole with { Logo = "inter.ttf" } },
            { "calls itself “Inter”", Whole with { Font = new KitFont("Intel", "inter.ttf", "OFL") } },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said(string says, KitContent kit)
    {
        Assert.Contains(says, KitRules.Problem(kit, Known), StringComparison.Ordinal);
        Assert.Null(KitRules.Problem(Whole, Known));
    }

    [Fact]
    public void Words_that_the_kit_itself_forbids_are_a_warning() =>
        Assert.Contains(
            "“Look”",
            Assert.Single(KitRules.Warnings(Whole with { ForbiddenWords = ["look"] })),
            StringComparison.Ordinal
        );

    private static KnownBrandFile? Known(string name) =>
        name switch
        {
            "gone.png" => null,
            "inter.ttf" => new KnownBrandFile(BrandFileKind.Font, "Inter"),
            "bed.mp3" => new KnownBrandFile(BrandFileKind.Music, "30"),
            _ => new KnownBrandFile(BrandFileKind.Picture, "80x60"),
        };
}
