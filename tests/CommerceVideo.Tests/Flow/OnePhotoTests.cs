using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

[Collection(WholeFlowTests.Name)]
public sealed partial class OnePhotoTests(WholeFlow flow)
{
    private string Gid => flow.Product.Gid;

    [Fact]
    public void A_product_with_one_photo_ends_with_one_ready_video_right_behind_its_picture()
    {
        Assert.True(flow.Made.State(Gid) == "ready", flow.Made.Tell(Gid));
        var media = flow.Made.Store.Of(Gid)!.Media;

        Assert.Equal(["IMAGE", "VIDEO"], media.Select(static one => one.Kind));
        var video = media[1];
        Assert.Equal(("READY", "app", "Video of Linen shirt"), (video.Status, video.Origin, video.Alt));
        Assert.Equal((video.Gid, video.Sha256), (flow.Made.Page(Gid).MediaId, flow.Made.Page(Gid).Sha256));
    }

    [Fact]
    public void Its_three_social_files_are_stored_and_its_attempts_are_those_planned()
    {
        var videos = flow.Made.Of(Gid)!.Videos;

        Assert.Equal(
            [
                ("meta.feed", "stored"),
                ("meta.reels", "stored"),
                ("shopify.product", "published"),
                ("tiktok.feed", "stored"),
            ],
            videos.Select(static video => (video.Placement, video.State)).Order()
        );
        // One for the page, four at 9:16 and the same four at 4:5.
        Assert.Equal(9, flow.Made.Attempts(Gid).Count);
        Assert.All(flow.Made.Attempts(Gid), static attempt => Assert.Equal("collected", attempt.State));
        Assert.All(flow.Made.Attempts(Gid), static attempt => Assert.Equal("0.00", attempt.Price.Amount));
    }

    [Fact]
    public async Task Signed_links_give_the_bytes_whose_hash_is_told_and_changed_links_give_nothing()
    {
        foreach (var video in flow.Made.Of(Gid)!.Videos)
        {
            var bytes = await flow.System.FetchAsync(video.File!);
            var poster = await flow.System.FetchAsync(video.Poster!);

            Assert.Equal(video.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal([0xFF, 0xD8], poster[..2]);
        }

        var changed = new UriBuilder(flow.Made.Page(Gid).File!);
        changed.Query = changed.Query.Replace("signature=", "signature=x", StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => flow.System.FetchAsync(changed.Uri));
    }

    [Fact]
    public async Task Every_file_and_poster_names_the_page_of_its_record_and_is_found_there()
    {
        using var http = new HttpClient { BaseAddress = flow.System.Addresses.App };
        foreach (var video in flow.Made.Of(Gid)!.Videos)
        {
            foreach (var link in new[] { video.File!, video.Poster! })
            {
                var bytes = await flow.System.FetchAsync(link);
                var sum = Convert.ToHexStringLower(SHA256.HashData(bytes));
                var named = Named().Match(Encoding.Latin1.GetString(bytes)).Value;
                using var found = await http.GetAsync(new Uri($"verify?sha256={sum}", UriKind.Relative));
                var page = await found.Content.ReadAsStringAsync();

                Assert.Equal(named, found.RequestMessage!.RequestUri!.AbsolutePath);
                Assert.Contains("is not AI-generated, and its record is genuine", page, StringComparison.Ordinal);
                Assert.Contains("unchanged since it was made", page, StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex("/verify/[0-9a-f]{32}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [Fact]
    public async Task The_report_is_for_the_operator_alone()
    {
        using var http = new HttpClient();
        using var reply = await http.GetAsync(flow.System.Addresses.Report);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, reply.StatusCode);
    }
}
