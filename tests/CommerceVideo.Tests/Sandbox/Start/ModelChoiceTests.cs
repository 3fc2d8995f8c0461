using CommerceVideo.Sandbox;
using CommerceVideo.Sandbox.Start;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Sandbox.Start;

public sealed class ModelChoiceTests
{
    private static readonly string[] Known = ["kling", "pika-2.2"];

    [Theory]
    [InlineData("studio", "studio", false)]
    [InlineData("all", "all", true)]
    [InlineData("kling, pika-2.2,kling", "kling,pika-2.2,studio", true)]
    public void The_studio_stands_in_for_whoever_is_chosen(string names, string allowed, bool standIns)
    {
        var choice = ModelChoice.Parse(names, Known);

        Assert.Equal((allowed, standIns), (choice.Allowed, choice.StandIns));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kling,sora-9")]
    public void What_nobody_knows_is_wrong_usage(string names) =>
        Assert.Throws<UsageException>(() => ModelChoice.Parse(names, Known));

    [Fact]
    public void The_shipped_settings_name_models_and_their_providers()
    {
        var known = ModelChoice.KnownIn(Repository.Root);

        Assert.Contains("kling-3.0", known);
        Assert.Contains("kling", known);
    }
}
