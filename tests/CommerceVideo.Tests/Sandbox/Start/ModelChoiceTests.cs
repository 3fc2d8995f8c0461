using CommerceVideo.Sandbox;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Tests.Sandbox.Start;

public sealed class ModelChoiceTests
{
    [Theory]
    [InlineData("studio", "studio", false)]
    [InlineData("all", "all", true)]
    [InlineData("kling, pika-2.2,kling", "kling,pika-2.2,studio", true)]
    public void The_studio_stands_in_for_whoever_is_chosen(string names, string allowed, bool standIns)
    {
        var choice = ModelChoice.Parse(names);

        Assert.Equal((allowed, standIns), (choice.Allowed, choice.StandIns));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kling;rm")]
    public void What_can_be_no_name_is_wrong_usage(string names) =>
        Assert.Throws<UsageException>(() => ModelChoice.Parse(names));
}
