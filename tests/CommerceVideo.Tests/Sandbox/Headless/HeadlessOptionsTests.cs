using CommerceVideo.Sandbox;
using CommerceVideo.Sandbox.Headless;

namespace CommerceVideo.Tests.Sandbox.Headless;

public sealed class HeadlessOptionsTests
{
    [Fact]
    public void Without_wishes_the_studio_makes_page_and_social_for_no_channel()
    {
        var settings = HeadlessOptions.Parse(["--headless"]).ToSettings();

        Assert.Equal("page,social", settings["Briefs__Uses"]);
        Assert.Equal("studio", settings["Models__Allowed"]);
        Assert.Equal("none", settings["Channels__Allowed"]);
        Assert.Equal("1", settings["Rendering__Scale"]);
    }

    [Fact]
    public void Every_option_is_read()
    {
        var photo = typeof(HeadlessOptionsTests).Assembly.Location;

        var options = HeadlessOptions.Parse([
            "--headless",
            "--photo",
            photo,
            $"--photo={photo}",
            "--products",
            "5",
            "--purposes",
            "hero, page",
            "--models=all",
            "--channels=all",
            "--scale=0.5",
            "--now",
            "2026-11-27T09:00:00Z",
            "--json=-",
        ]);

        Assert.Equal([photo, photo], options.Photos);
        Assert.Equal(5, options.Products);
        Assert.Equal(["hero", "page"], options.Purposes);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero), options.Now);
        Assert.Equal("0.5", options.ToSettings()["Rendering__Scale"]);
        Assert.Equal("-", options.Json);
    }

    [Theory]
    [InlineData("--purposes", "page,banner", "banner does not exist yet")]
    [InlineData("--products", "0", "a number from 1 to 1000")]
    [InlineData("--products", "-3", "a number from 1 to 1000")]
    [InlineData("--out", "--json", "--out wants a value")]
    public void What_it_does_not_know_is_named(string option, string value, string told) =>
        Assert.Contains(
            told,
            Assert.Throws<UsageException>(() => HeadlessOptions.Parse(["--headless", option, value])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_title_and_a_type_come_from_the_photos_name()
    {
        var product = SampleProduct.FromPhoto("/photos/02-dress-red_dots.jpg");

        Assert.Equal(("Dress Red Dots", "Dress"), (product.Title, product.Type));
        Assert.Equal("Product", SampleProduct.FromPhoto("/photos/0001.jpg").Title);
    }

    [Fact]
    public void More_products_than_samples_come_round_again_under_a_numbered_title()
    {
        var samples = new[] { SampleProduct.FromPhoto("dress.jpg"), SampleProduct.FromPhoto("tote.jpg") };

        var taken = SampleProduct.Take(samples, 5).Select(product => product.Title);

        Assert.Equal(["Dress", "Tote", "Dress 2", "Tote 2", "Dress 3"], taken);
    }

    [Fact]
    public void Titles_in_any_script_give_file_names_that_are_plain_and_never_the_same()
    {
        var names = new FileNames();

        Assert.Equal("01-caf-t-shirt-tiktok.mp4", names.Next(1, "Café / T-Shirt!", "tiktok", ".mp4"));
        Assert.Equal("01-caf-t-shirt-tiktok-2.mp4", names.Next(1, "Café / T-Shirt!", "tiktok", ".mp4"));
        Assert.Equal("02-page.mp4", names.Next(2, "قميص", "page", ".mp4"));
    }
}
