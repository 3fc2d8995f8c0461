using System.Text.Json;
using CommerceVideo.Media;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Runway;

namespace CommerceVideo.Tests.VideoModels.Runway;

public sealed class RunwayTaskTests
{
    [Fact]
    public void A_finished_task_tells_its_file_and_its_cost()
    {
        var task = Read(
            """{"id":"1","status":"SUCCEEDED","output":["https://files.example/a.mp4"],"cost":{"credits":60}}"""
        );

        Assert.Equal(new Uri("https://files.example/a.mp4"), task!.Video);
        Assert.Equal(new Money(0.60m, "USD"), task.Cost);
    }

    [Fact]
    public void What_it_may_cost_is_not_what_it_cost() =>
        Assert.Null(Read("""{"id":"1","status":"RUNNING","progress":0.4,"estimatedCost":{"credits":60}}""")!.Cost);

    [Fact]
    public void A_refunded_task_cost_nothing() =>
        Assert.Equal(
            Money.Nothing(),
            Read("""{"id":"1","status":"FAILED","failure":"x","cost":{"credits":0}}""")!.Cost
        );

    [Theory]
    [InlineData("PENDING", true, true)]
    [InlineData("THROTTLED", true, true)]
    [InlineData("RUNNING", false, true)]
    [InlineData("SUCCEEDED", false, false)]
    [InlineData("FAILED", false, false)]
    [InlineData("CANCELLED", false, false)]
    [InlineData("SOMETHING_NEW", false, false)]
    public void Only_a_live_task_may_be_stopped(string status, bool waits, bool stoppable)
    {
        var task = Read($$"""{"id":"1","status":"{{status}}"}""")!;

        Assert.Equal((waits, stoppable), (task.Waits, task.CanBeStopped));
    }

    [Theory]
    [InlineData(16, 9, "1280:720")]
    [InlineData(9, 16, "720:1280")]
    [InlineData(4, 3, "1104:832")]
    [InlineData(1, 1, "960:960")]
    [InlineData(4, 5, "832:1104")]
    [InlineData(21, 9, "1584:672")]
    [InlineData(720, 1280, "720:1280")]
    public void A_shape_is_written_in_the_models_own_pixels(int width, int height, string pixels) =>
        Assert.Equal(pixels, RunwayFrames.Word(RunwayFrames.Of(new AspectRatio(width, height))));

    private static RunwayTask? Read(string json) => RunwayTask.In(JsonSerializer.Deserialize<JsonElement>(json));
}
