using CommerceVideo.Channels;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Channels;

public sealed class PlacementsTests
{
    public static TheoryData<string> Ids => [.. Placements.All.Select(static placement => placement.Id)];

    [Fact]
    public void Every_placement_written_down_is_in_the_list()
    {
        var written = typeof(Placement)
            .Assembly.GetTypes()
            .Where(static type =>
                type.Namespace?.StartsWith("CommerceVideo.Channels", StringComparison.Ordinal) == true
            )
            .SelectMany(static type => type.GetProperties())
            .Where(static property => property.PropertyType == typeof(Placement) && property.GetMethod!.IsStatic)
            .Select(static property => ((Placement)property.GetValue(null)!).Id);

        Assert.Equal(written.Order(), Placements.All.Select(static placement => placement.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_placement_aims_for_keeps_its_own_limits(string id)
    {
        var placement = Placements.Get(id);

        Assert.All(
            placement.Shapes.Value,
            static shape =>
            {
                Assert.InRange(shape.Aim.Ratio / shape.Ratio.Value, 0.99, 1.01);
                Assert.Equal(0, (shape.Aim.Width | shape.Aim.Height) & 1);
                Assert.True(shape.Minimum is null || shape.Minimum.Value.Width <= shape.Aim.Width);
            }
        );
        Assert.InRange(placement.Lengths.AimFrom, placement.Lengths.Minimum?.Value ?? 0, placement.Lengths.AimTo);
        Assert.InRange(placement.Lengths.AimTo, placement.Lengths.AimFrom, placement.Lengths.Maximum.Value);
        Assert.InRange(placement.SafeZone.Value.Top + placement.SafeZone.Value.Bottom, 0, 0.9);
        Assert.InRange(placement.SafeZone.Value.Left + placement.SafeZone.Value.Right, 0, 0.9);
    }

    /// <summary>The rows of the reference's table A1, in its words.</summary>
    private static readonly Dictionary<string, string[]> Rows = new(StringComparer.Ordinal)
    {
        ["Shopify PDP product media"] = ["shopify.product", "shopify.hero"],
        ["Meta Feed (FB+IG)"] = ["meta.feed", "meta.feed-square"],
        ["Meta Stories"] = ["meta.stories"],
        ["Meta Reels"] = ["meta.reels"],
        ["Meta in-stream (FB)"] = ["meta.in-stream"],
        ["TikTok in-feed (auction, non-Spark)"] = ["tiktok.feed"],
        ["TikTok Spark (push/pull)"] = ["tiktok.spark"],
        ["Pinterest standard-width video"] = ["pinterest.standard"],
        ["Pinterest max-width video"] = ["pinterest.max-width"],
        ["YouTube Shorts ad"] = ["youtube.shorts"],
        ["YouTube skippable in-stream"] = ["youtube.in-stream"],
        ["YouTube bumper / non-skip"] = ["youtube.bumper", "youtube.non-skippable"],
        ["Google Demand Gen video"] = ["google.demand-gen"],
        ["Google Performance Max `YOUTUBE_VIDEO`"] = ["google.performance-max"],
        ["Google App campaigns"] = ["google.app"],
        ["Snapchat single video ad"] = ["snapchat.single-video"],
    };

    [Fact]
    public void Every_row_of_the_reference_is_a_placement_and_every_placement_a_row() =>
        Assert.Equal(
            Rows.SelectMany(static row => row.Value).Order(),
            Placements.All.Select(static placement => placement.Id).Order()
        );

    [Fact]
    public void The_rows_are_those_of_the_reference_where_it_is_at_hand()
    {
        var reference = Path.Combine(Repository.Shared, "reference", "channels.md");
        if (!File.Exists(reference))
        {
            return;
        }

        var rows = File.ReadLines(reference)
            .SkipWhile(static line => !line.StartsWith("## A1.", StringComparison.Ordinal))
            .TakeWhile(static line => !line.StartsWith("## A2.", StringComparison.Ordinal))
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(static line => line.Split('|')[1].Trim())
            .Skip(1);

        Assert.Equal(Rows.Keys.Order(), rows.Order());
    }

    [Fact]
    public void No_feed_video_of_four_to_five_goes_to_TikTok() =>
        Assert.DoesNotContain(new(4, 5), Placements.Get("tiktok.feed").Ratios);

    [Fact]
    public void The_product_page_follows_the_picture() =>
        Assert.Equal(new(3, 4), Placements.Get("shopify.product").ShapeFor(1200.0 / 1600).Ratio);

    [Fact]
    public void A_rehearsal_at_half_size_is_held_to_half_the_size()
    {
        var shape = Placements.Get("tiktok.feed").AtScale(0.5).Shapes.Value[0];

        Assert.Equal((new(540, 960), new(270, 480)), (shape.Aim, shape.Minimum!.Value));
    }
}
