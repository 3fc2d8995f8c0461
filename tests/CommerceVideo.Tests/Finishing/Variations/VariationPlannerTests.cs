using System.Text.Json;
using System.Text.Json.Serialization;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Media;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class VariationPlannerTests
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly Placement Reels = Placements.Get("meta.reels");

    [Fact]
    public void The_templates_that_come_with_the_app_make_thirty_variations_of_a_film_of_three_takes_with_a_name_each()
    {
        var plan = Film(new FrameShare(0.1, 0.1, 0.75, 0.7), 105, 90, 90);

        var made = VariationPlanner.Plan(plan, plan.Renditions[0], Reels, Shipped()).Made;

        Assert.InRange(made.Count, 30, 60);
        Assert.Equal(made.Count, made.Select(static one => one.Name).Distinct().Count());
        Assert.Equal(made.Count, made.Select(static one => one.File.Name).Distinct().Count());
        Assert.All(made, one => Assert.InRange(one.File.Frames / 30.0, Reels.Lengths.Minimum?.Value ?? 5, 15));
    }

    [Fact]
    public void A_closer_frame_that_would_cut_the_product_is_left_out_with_the_reason()
    {
        var plan = Film(new FrameShare(0, 0, 1, 1), 105, 90, 90);

        var left = VariationPlanner.Plan(plan, plan.Renditions[0], Reels, Shipped()).LeftOut;

        Assert.NotEmpty(left);
        Assert.All(left, static one => Assert.Contains("cut the product", one.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_film_of_one_take_gives_itself_and_says_why_no_more()
    {
        var plan = Film(new FrameShare(0.3, 0.3, 0.4, 0.4), 300);
        VariationTemplate[] templates = [new() { Name = "whole", Takes = [0] }, new() { Name = "two", Takes = [0, 1] }];

        var variations = VariationPlanner.Plan(plan, plan.Renditions[0], Reels, templates);

        Assert.Equal("whole", Assert.Single(variations.Made).Name);
        Assert.Equal("two", Assert.Single(variations.LeftOut).Template);
    }

    [Fact]
    public void A_template_that_cannot_be_followed_stops_the_start_and_is_named()
    {
        var options = new VariationOptions
        {
            Templates =
            [
                new() { Name = "good", Takes = [0] },
                new()
                {
                    Name = "near",
                    Takes = [0],
                    Closeness = 0.3,
                },
                new() { Name = "twice", Takes = [1, 1] },
                new() { Name = "Good", Takes = [1] },
            ],
        };

        var problems = new VariationRules().Validate(null, options).Failures!.ToList();

        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, static one => one.Contains("'near'", StringComparison.Ordinal));
        Assert.Contains(problems, static one => one.Contains("'twice'", StringComparison.Ordinal));
        Assert.Contains(problems, static one => one.Contains("'good' 2 times", StringComparison.Ordinal));
    }

    private static List<VariationTemplate> Shipped()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "appsettings.json")));
        return settings
            .RootElement.GetProperty("Finishing")
            .GetProperty("Variations")
            .GetProperty("Templates")
            .Deserialize<List<VariationTemplate>>(Json)!;
    }

    private static FinishingPlan Film(FrameShare focus, params int[] takes)
    {
        var filmed = takes.Select((frames, at) => TakeBuilder.Take($"{at}.mp4", frames: frames, focus: focus)).ToList();
        return FinishingPlanner.Plan(
            filmed,
            [new Film(new AspectRatio(9, 16), [.. Enumerable.Range(0, takes.Length)])],
            [Reels],
            PosterChoice.FirstFrame
        );
    }
}
