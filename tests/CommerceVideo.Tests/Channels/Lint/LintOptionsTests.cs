using CommerceVideo.Channels.Lint;

namespace CommerceVideo.Tests.Channels.Lint;

public sealed class LintOptionsTests
{
    [Fact]
    public void The_file_may_stand_anywhere()
    {
        var (options, wrong) = LintOptions.Parse(["a.mp4", "--placement", "tiktok.feed", "--json", "-"]);

        Assert.Null(wrong);
        Assert.Equal(("tiktok.feed", "a.mp4", "-"), (options!.Placement.Id, options.File, options.Json));
    }

    [Theory]
    [InlineData("A FILE is needed.", "--placement", "tiktok.feed")]
    [InlineData("One FILE at a time; there are 2.", "--placement", "tiktok.feed", "a", "b")]
    [InlineData("'--fast' is not an option.", "--fast")]
    [InlineData("--placement needs a value.", "a", "--placement")]
    [InlineData("--placement is given twice.", "--placement", "a", "--placement", "b")]
    public void Wrong_usage_is_said_in_one_line(string wrong, params string[] args) =>
        Assert.Equal((null, wrong), LintOptions.Parse(args));

    [Theory]
    [InlineData("--placement is needed; there are shopify.product, shopify.hero, meta.feed", "a")]
    [InlineData("'myspace' is not a placement; there are shopify.product", "a", "--placement", "myspace")]
    public void Unknown_placements_are_answered_with_the_known_ones(string start, params string[] args) =>
        Assert.StartsWith(start, LintOptions.Parse(args).Wrong, StringComparison.Ordinal);
}
