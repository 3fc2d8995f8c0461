using CommerceVideo.Tests.Media.Photos;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

[Collection(QuickFlowTests.Name)]
public sealed class AwkwardPicturesTests(QuickFlow flow)
{
    [Fact]
    public async Task Each_bad_picture_is_refused_with_a_reason_while_the_good_one_gets_its_video()
    {
        var good = await flow.Photos.DrawAsync();
        var product = await flow.Store.AddAsync("Bad company", [.. await BadAsync(good), good]);

        var view = await flow.System.SettledAsync(product.Gid);

        var images = view.Of(product.Gid)!.Images;
        Assert.Equal(
            [
                "too_small",
                "too_small",
                "damaged",
                "shopify_could_not_read_it",
                "shopify_could_not_read_it",
                "shopify_could_not_read_it",
                null,
            ],
            images.Select(static one => one.Reason?.Code)
        );
        Assert.All(images.SkipLast(1), static one => Assert.Equal("refused", one.State));
        Assert.All(images.SkipLast(1), static one => Assert.Matches("(?i)upload", one.Reason!.Text));
        Assert.Equal("ready", view.State(product.Gid));
        Assert.Single(view.Store.Videos(product.Gid));
        var media = view.Store.Of(product.Gid)!.Media;
        Assert.Equal(("IMAGE", "VIDEO"), (media[^2].Kind, media[^1].Kind));
        Assert.Equal(1, await flow.AttemptsAsync(product));
    }

    [Fact]
    public async Task The_real_awkward_files_end_as_videos_or_with_a_reason()
    {
        if (TestPictures.Samples is not { } samples)
        {
            return;
        }

        var files = Directory.GetFiles(Path.Combine(samples, "awkward")).Order(StringComparer.Ordinal).ToArray();
        await using var system = await FlowSystem.StartAsync(FlowOptions.Quick);
        var product = await system.Store.AddAsync("Odd files", files);
        var view = await system.SettledAsync(product.Gid);

        var refused = files
            .Zip(view.Of(product.Gid)!.Images)
            .Where(static pair => pair.Second.State != "accepted")
            .Select(static pair => Path.GetFileName(pair.First));
        Assert.Equal(
            [
                "bomb-20000x20000.png",
                "empty.jpg",
                "html-renamed.jpg",
                "one-pixel.png",
                "tiny-120px.jpg",
                "truncated.jpg",
            ],
            refused
        );
        Assert.All(
            view.Of(product.Gid)!.Images.Where(static one => one.State == "refused"),
            static one => Assert.NotEmpty(one.Reason!.Text)
        );
        Assert.Equal("ready", view.State(product.Gid));
        var shown = await system.AskAsync<long>("select count(distinct content_hash) from source_image");
        Assert.Equal(shown, view.Store.Videos(product.Gid).Count);
    }

    private async Task<string[]> BadAsync(string good)
    {
        var whole = await File.ReadAllBytesAsync(good);
        return
        [
            await flow.Photos.DrawAsync("small.png", 90, 120),
            await flow.Photos.DrawAsync("pixel.png", 1, 1),
            flow.Photos.Write("cut.jpg", whole.AsSpan(0, whole.Length * 2 / 3)),
            flow.Photos.Write("page.jpg", "<!doctype html><title>Not a picture</title>"u8),
            flow.Photos.Write("nothing.jpg", []),
            flow.Photos.Write("bomb.png", TestPictures.PngOf(20_000, 20_000, 8, 2)),
        ];
    }
}
