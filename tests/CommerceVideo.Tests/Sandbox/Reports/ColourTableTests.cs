using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;

namespace CommerceVideo.Tests.Sandbox.Reports;

public sealed class ColourTableTests
{
    [Fact]
    public void Each_models_clip_is_a_line_and_one_that_two_placements_share_is_told_once()
    {
        var lines = ColourTable.Of(
            Product(
                """{"outcome":"corrected","why":null,"before":{"mean":7.25,"p95":8,"frames":20,"groundStep":0.12},"after":{"mean":0.41,"p95":0.9,"frames":20,"groundStep":0.11}}""",
                """{"models":2,"before":6.5,"after":0.7}"""
            )
        );

        Assert.Equal(4, lines.Count);
        Assert.Matches(@"^page kling-v2 +7\.25 +8\.00 +0\.41 +0\.90 +0\.12 +0\.11 +20 corrected$", lines[2]);
        Assert.EndsWith("6.50 before, 0.70 after, of 2 models", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_measured_says_why()
    {
        var lines = ColourTable.Of(
            Product("""{"outcome":"none","why":"it turns","before":null,"after":null}""", "null")
        );

        Assert.Equal(
            "page kling-v2 not measured: it turns",
            string.Join(' ', lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        );
    }

    [Fact]
    public void Nothing_is_said_of_the_photos_own_pixels() => Assert.Empty(ColourTable.Of(Product("null", "null")));

    private static JsonObject Product(string colour, string spread)
    {
        var video =
            $$"""{"purpose":"page","placement":"PLACE","attempts":[{"model":"kling-v2","state":"collected","colour":{{colour}}}]}""";
        return JsonNode
            .Parse(
                $$"""
                {"videos":[{{video.Replace("PLACE", "a", StringComparison.Ordinal)}},{{video.Replace(
                    "PLACE",
                    "b",
                    StringComparison.Ordinal
                )}}],"colour":{{spread}}}
                """
            )!
            .AsObject();
    }
}
