using System.Net;

namespace CommerceVideo.Tests.Admin.Verify;

public sealed class VerifyEndpointsTests
{
    [Fact]
    public async Task A_stranger_reads_what_a_video_is_and_nothing_of_its_shop()
    {
        await using var desk = await VerifyDesk.OpenAsync();

        var page = await desk.PageAsync($"/verify/{desk.Record.Id}");

        Assert.Contains("This video is AI-generated, and its record is genuine", page, StringComparison.Ordinal);
        Assert.Contains("Linen &lt;shirt&gt;", page, StringComparison.Ordinal);
        Assert.Contains("kling-3.0 (kling)", page, StringComparison.Ordinal);
        Assert.Contains(desk.Record.Sha256, page, StringComparison.Ordinal);
        Assert.Contains("it is lost when a video is cut", page, StringComparison.Ordinal);
        Assert.All(
            new[] { "secret-atelier", "0.77", desk.Brief.ShopId.ToString(), desk.Brief.Id.ToString("N") },
            secret => Assert.DoesNotContain(secret, page + desk.Record.Sidecar, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_file_is_found_by_its_checksum_and_so_is_its_poster()
    {
        await using var desk = await VerifyDesk.OpenAsync();

        foreach (
            var (sum, says) in new[]
            {
                (desk.Record.Sha256, "Is this very video"),
                (desk.Record.PosterSha256, "Is the poster"),
            }
        )
        {
            using var reply = await desk.Client.GetAsync(
                new Uri($"/verify?sha256={sum.ToUpperInvariant()}", UriKind.Relative)
            );

            Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
            Assert.Contains(
                says,
                await desk.PageAsync(reply.Headers.Location!.OriginalString),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(
        "/verify?sha256=ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        404,
        "not known here"
    )]
    [InlineData("/verify?sha256=abc", 400, "no SHA-256")]
    [InlineData("/verify/00000000000000000000000000000000", 404, "no record at this address")]
    [InlineData("/verify", 200, "Nothing of a video leaves this device")]
    public async Task Whatever_is_asked_gets_a_plain_answer(string path, int status, string says)
    {
        await using var desk = await VerifyDesk.OpenAsync();

        using var reply = await desk.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Contains(says, await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_somebody_changed_in_the_database_does_not_hold()
    {
        await using var desk = await VerifyDesk.OpenAsync();
        var second = await desk.KeepAsync("4x5", generated: false);
        await desk.RunAsync($"update film_record set sidecar = {second.Sidecar} where id = {desk.Record.Id}");

        Assert.Contains(
            "The signature does not hold",
            await desk.PageAsync($"/verify/{desk.Record.Id}"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "not AI-generated, and its record is genuine",
            await desk.PageAsync($"/verify/{second.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_shop_that_left_takes_its_products_name_along_and_one_that_is_erased_all_but_the_record()
    {
        await using var desk = await VerifyDesk.OpenAsync();

        await desk.RunAsync($"update shop set uninstalled_at = now()");
        var left = await desk.PageAsync($"/verify/{desk.Record.Id}");
        await desk.RunAsync($"delete from shop");
        var erased = await desk.PageAsync($"/verify/{desk.Record.Id}");

        Assert.All(
            new[] { left, erased },
            page =>
            {
                Assert.Contains("record is genuine", page, StringComparison.Ordinal);
                Assert.DoesNotContain("Linen", page, StringComparison.Ordinal);
            }
        );
        Assert.Equal(
            0,
            await desk.Database.AskAsync<long>(
                "select count(*) from film_record where shop_id is not null or brief_id is not null"
            )
        );
    }

    [Fact]
    public async Task Who_asks_too_often_is_asked_to_wait()
    {
        await using var desk = await VerifyDesk.OpenAsync(("Verify:PerMinute", "3"));
        for (var asked = 0; asked < 3; asked++)
        {
            Assert.Contains("Verify a video", await desk.PageAsync("/verify"), StringComparison.Ordinal);
        }

        using var reply = await desk.Client.GetAsync(new Uri("/verify", UriKind.Relative));

        Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
        Assert.NotNull(reply.Headers.RetryAfter);
    }
}
