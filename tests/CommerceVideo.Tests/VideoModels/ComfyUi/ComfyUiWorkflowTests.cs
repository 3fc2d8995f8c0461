using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.ComfyUi;

namespace CommerceVideo.Tests.VideoModels.ComfyUi;

public sealed class ComfyUiWorkflowTests
{
    private static readonly ComfyUiValues Values = new("a/b.jpg", "A \"knit\".", "cuts", 7, 480, 848, 81, 16, "c/d");

    [Fact]
    public void A_value_that_is_a_placeholder_takes_its_type_and_one_inside_a_text_becomes_part_of_it()
    {
        var workflow = new ComfyUiWorkflow(
            """{"1":{"class_type":"X","inputs":{"w":"{{width}}","t":"say {{prompt}} {{frames}} times","l":["{{image}}",0]}}}"""
        );

        var inputs = workflow.Filled(Values)["1"]!["inputs"]!;

        Assert.Equal(480, (int)inputs["w"]!);
        Assert.Equal("say A \"knit\". 81 times", (string?)inputs["t"]);
        Assert.Equal("a/b.jpg", (string?)inputs["l"]![0]);
    }

    [Fact]
    public void Our_own_workflow_uses_every_placeholder_and_leaves_none()
    {
        var filled = ComfyUiWorkflow.Wan22.Filled(Values);

        Assert.DoesNotContain("{{", filled.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((480, 848, 81), Size(filled["start"]!["inputs"]!));
        Assert.Equal("A \"knit\".", (string?)filled["wanted"]!["inputs"]!["text"]);
        Assert.Equal(7, (long)filled["high_noise_steps"]!["inputs"]!["noise_seed"]!);

        static (int, int, int) Size(JsonNode at) => ((int)at["width"]!, (int)at["height"]!, (int)at["length"]!);
    }

    [Fact]
    public void Filling_once_does_not_change_the_next_filling()
    {
        ComfyUiWorkflow.Wan22.Filled(Values);

        var next = ComfyUiWorkflow.Wan22.Filled(Values with { Width = 720 });

        Assert.Equal(720, (int)next["start"]!["inputs"]!["width"]!);
    }

    [Theory]
    [InlineData("no json", "no JSON")]
    [InlineData("""{"nodes":[],"links":[]}""", "API format")]
    [InlineData("""{"1":{"class_type":"X","inputs":{"a":"{{image}}"}}}""", "{{prompt}}")]
    [InlineData("""{"1":{"class_type":"X","inputs":{"a":"{{image}} {{prompt}} {{lora}}"}}}""", "{{lora}}")]
    public void A_workflow_that_cannot_be_used_is_told_why(string json, string words) =>
        Assert.Contains(words, ComfyUiWorkflow.Problem(json), StringComparison.Ordinal);

    [Fact]
    public void One_that_can_be_used_has_no_problem() =>
        Assert.Null(
            ComfyUiWorkflow.Problem("""{"1":{"class_type":"X","inputs":{"a":"{{image}}","b":"{{prompt}} {{seed}}"}}}""")
        );

    [Theory]
    [InlineData(2, 16, 33)]
    [InlineData(5, 16, 81)]
    [InlineData(5, 24, 121)]
    [InlineData(3, 15, 45)]
    public void Frames_are_one_more_than_a_multiple_of_four(int seconds, int fps, int frames) =>
        Assert.Equal(frames, ComfyUiValues.FramesOf(seconds, fps));
}
