using System.Text.Json;
using System.Text.Json.Serialization;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;
using CommerceVideo.Platform;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class VariationPlannerTests
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly Placement Reels = Placements.Get("meta.reels");

    private static readonly FilmWords Words = new(
        WordKit.Plain with
        {
            Hook = "Made to be carried",
            EndCard = new EndCard("Free shipping", "Shop now"),
        },
        new Offer(new Money(49, "EUR"), new Money(69, "EUR"))
    )
    {
        Title = "Tote",
        Vendor = "Solidus",
    };

    [Fact]
    public void The_templates_that_come_with_the_app_make_more_than_thirty_variations_with_a_name_for_each_axis()
    {
        var plan = Film(new FrameShare(0.1, 0.1, 0.75, 0.7), 105, 90, 90, 105);

        var made = Planned(plan, Shipped()).Made;

        Assert.InRange(made.Count, 36, 60);
        Assert.Equal(made.Count, made.Select(static one => one.Name).Distinct().Count());
        Assert.Equal(made.Count, made.Select(static one => one.File.Name).Distinct().Count());
        Assert.All(made, static one => Assert.InRange(one.File.Frames / 30.0, 5, 15));
        Assert.All(made, static one => Assert.All(one.File.Said!, said => Assert.True(said.To > said.From)));
        Assert.Empty(new VariationRules().Validate(null, Shipped()).Failures ?? []);
    }

    [Fact]
    public void A_closer_frame_that_would_cut_the_product_is_left_out_with_the_reason()
    {
        var left = Planned(Film(new FrameShare(0, 0, 1, 1), 105, 90, 90, 105), Shipped()).LeftOut;

        Assert.NotEmpty(left);
        Assert.All(left, static one => Assert.Contains("cut the product", one.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_film_of_one_take_cannot_open_with_is_left_out_with_the_reason()
    {
        var variations = Planned(Film(new FrameShare(0.1, 0.1, 0.8, 0.8), 300), Shipped());

        Assert.NotEmpty(variations.Made);
        Assert.Contains(variations.LeftOut, static one => one.Why == "the film has no take 2 to open with");
    }

    [Fact]
    public void Without_a_price_no_variation_speaks_of_one()
    {
        var plan = Film(new FrameShare(0.1, 0.1, 0.75, 0.7), 105, 90, 90, 105);
        var ground = Ground(plan) with { Words = Words with { Offer = null } };

        var variations = VariationPlanner.Plan(ground, Shipped());

        Assert.DoesNotContain(variations.Made, static one => one.Axes.Card == "tag" || one.Axes.Hook == "price");
        Assert.Contains(variations.LeftOut, static one => one.Why == "its hook needs the product's price");
    }

    [Fact]
    public void A_hook_with_a_word_that_the_brand_forbids_is_not_made()
    {
        var plan = Film(new FrameShare(0.1, 0.1, 0.75, 0.7), 105, 90, 90, 105);
        var ground = Ground(plan) with { Words = Words with { Forbidden = ["tote"] } };

        var variations = VariationPlanner.Plan(ground, Shipped());

        var said = variations.Made.SelectMany(static one => one.File.Said!).SelectMany(static block => block.Runs);
        Assert.DoesNotContain(said, static run => run.Text.Contains("tote", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(variations.LeftOut, static one => one.Why.Contains("forbidden word", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_on_a_panel_stand_on_it_and_the_film_beside_it()
    {
        var plan = Film(new FrameShare(0.1, 0.1, 0.75, 0.7), 105, 90, 90, 105);

        var panels = Planned(plan, Shipped()).Made.Where(static one => one.File.Mat is not null).ToList();

        Assert.NotEmpty(panels);
        Assert.All(
            panels,
            static one =>
            {
                var (window, hook) = (one.File.Mat!.Window, one.File.Said!.Single(static said => said.Name == "hook"));
                Assert.True(window.X >= 0 && window.X + window.Width <= 1080 && window.Y + window.Height <= 1920);
                var (top, bottom) = (hook.Room.Top * 1920, (1 - hook.Room.Bottom) * 1920);
                Assert.True(bottom <= window.Y + 2 || top >= window.Y + window.Height - 2, $"{window} {hook.Room}");
            }
        );
    }

    [Fact]
    public void A_template_that_cannot_be_followed_stops_the_start_and_is_named()
    {
        var options = Shipped();
        options.Crops["too near"] = new CropStyle { Closeness = 0.3 };
        options.Hooks["typo"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Buy {titel}" };
        options.Templates.Add(options.Templates[0]);
        options.Templates.Add(options.Templates[0] with { Text = "huge" });

        var problems = new VariationRules().Validate(null, options).Failures!.ToList();

        Assert.Equal(4, problems.Count);
        Assert.Contains(problems, static one => one.Contains("Crops:too near shows 0.3", StringComparison.Ordinal));
        Assert.Contains(problems, static one => one.Contains("Hooks:typo has {titel}", StringComparison.Ordinal));
        Assert.Contains(problems, static one => one.Contains("Text is 'huge'", StringComparison.Ordinal));
        Assert.Contains(problems, static one => one.Contains(" 2 times", StringComparison.Ordinal));
    }

    private static VariationPlan Planned(FinishingPlan plan, VariationOptions options) =>
        VariationPlanner.Plan(Ground(plan), options);

    private static VariationGround Ground(FinishingPlan plan) =>
        new(
            plan,
            [new Film(new AspectRatio(9, 16), [.. Enumerable.Range(0, plan.Takes.Count)])],
            plan.Renditions[0],
            Reels,
            Words
        );

    internal static VariationOptions Shipped()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "appsettings.json")));
        return settings
            .RootElement.GetProperty("Finishing")
            .GetProperty("Variations")
            .Deserialize<VariationOptions>(Json)!;
    }

    private static FinishingPlan Film(FrameShare focus, params int[] takes)
    {
        var filmed = takes.Select((frames, at) => TakeBuilder.Take($"{at}.mp4", frames: frames, focus: focus)).ToList();
        return FinishingPlanner.Plan(
            filmed,
            [new Film(new AspectRatio(9, 16), [.. Enumerable.Range(0, takes.Length)])],
            [Reels],
            PosterChoice.FirstFrame,
            written: true
        );
    }
}
