using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

[Collection(QuickFlowTests.Name)]
public sealed class ChangedPicturesTests(QuickFlow flow)
{
    [Fact]
    public async Task A_replaced_photo_keeps_its_old_video_until_the_new_one_plays()
    {
        var product = await flow.ReadyAsync("Replaced photo");
        var old = (await flow.System.LookAsync()).Store.Videos(product.Gid)[0];

        await flow.Store.ReplacePhotoAsync(product, product.MediaIds[0], await flow.Photos.DrawAsync());
        var without = 0;
        var view = await flow.System.UntilAsync(
            view =>
            {
                without += view.Store.Videos(product.Gid).Any(static one => one.Status == "READY") ? 0 : 1;
                return view.IsSettled && view.State(product.Gid) == "ready" && IsReplaced(view, product, old);
            },
            product.Gid
        );

        Assert.Equal(0, without);
        Assert.Equal(["IMAGE", "VIDEO"], view.Store.Of(product.Gid)!.Media.Select(static one => one.Kind));
        Assert.Equal(2, await flow.AttemptsAsync(product));
        Assert.True(
            await flow.System.AskAsync<bool>(
                """
                select max(changed_at) filter (where publication.state = 'withdrawn')
                  >= max(changed_at) filter (where publication.state = 'published')
                from publication join product on product.id = product_id where gid = $1
                """,
                product.Gid
            ),
            "The old video went before the new one was there."
        );
    }

    [Fact]
    public async Task A_replacement_that_is_refused_takes_the_old_video_away_and_says_why()
    {
        var product = await flow.ReadyAsync("Badly replaced");

        var tiny = await flow.Photos.DrawAsync("tiny.png", 60, 80);
        await flow.Store.ReplacePhotoAsync(product, product.MediaIds[0], tiny);
        var view = await flow.System.UntilAsync(
            view => view.IsSettled && view.State(product.Gid) == "refused",
            product.Gid
        );

        Assert.Empty(view.Store.Videos(product.Gid));
        Assert.Equal("too_small", view.Of(product.Gid)!.Reason!.Code);
    }

    [Fact]
    public async Task A_removed_photo_takes_its_video_along_and_brings_it_back_without_a_new_attempt()
    {
        var (first, second) = (await flow.Photos.DrawAsync(), await flow.Photos.DrawAsync());
        var product = await flow.Store.AddAsync("Two photos", first, second);
        var both = await flow.System.SettledAsync(product.Gid);
        Assert.Equal(["IMAGE", "VIDEO", "IMAGE", "VIDEO"], Kinds(both, product));

        await flow.Store.DeletePhotoAsync(product, product.MediaIds[0]);
        var one = await flow.System.UntilAsync(
            view => view.IsSettled && view.Store.Videos(product.Gid).Count == 1,
            product.Gid
        );
        Assert.Equal(both.Store.Videos(product.Gid)[1].Id, one.Store.Videos(product.Gid)[0].Id);

        await flow.Store.AddPhotoAsync(product, flow.Photos.Copy(first));
        var again = await flow.System.UntilAsync(
            view => view.IsSettled && view.Store.Videos(product.Gid).Count == 2,
            product.Gid
        );

        Assert.Equal(["IMAGE", "VIDEO", "IMAGE", "VIDEO"], Kinds(again, product));
        Assert.Equal("ready", again.State(product.Gid));
        Assert.Equal(2, await flow.AttemptsAsync(product));
        Assert.Equal(
            both.Store.Videos(product.Gid).Select(static video => video.Sha256).Order(),
            again.Store.Videos(product.Gid).Select(static video => video.Sha256).Order()
        );
    }

    [Fact]
    public async Task A_product_whose_last_photo_goes_shows_no_video_and_asks_for_a_picture()
    {
        var product = await flow.ReadyAsync("Bare product");

        await flow.Store.DeletePhotoAsync(product, product.MediaIds[0]);
        var view = await flow.System.UntilAsync(
            view => view.IsSettled && view.State(product.Gid) == "refused",
            product.Gid
        );

        Assert.Empty(view.Store.Of(product.Gid)!.Media);
        Assert.Equal("no_picture", view.Of(product.Gid)!.Reason!.Code);
    }

    [Theory]
    [InlineData("source_image", "accepted")]
    [InlineData("generation", "collected")]
    [InlineData("brief", "finishing")]
    [InlineData("publication", "staged")]
    [InlineData("publication", "published")]
    public async Task A_photo_removed_at_any_moment_of_the_work_leaves_no_video_and_back_again_gets_one(
        string table,
        string state
    )
    {
        var photo = await flow.Photos.DrawAsync();
        await using var gate = await StateGate.BeforeAsync(flow.System.Rows, table, state);
        var product = await flow.Store.AddAsync($"Removed at {state}", photo);
        await gate.ReachedAsync();
        await flow.Store.DeletePhotoAsync(product, product.MediaIds[0]);
        await flow.System.UntilAsync(view => view.Store.IsQuiet && view.Store.Of(product.Gid)!.Media.All(IsOurs));
        await gate.OpenAsync();
        var gone = await flow.System.UntilAsync(
            view => view.IsSettled && view.State(product.Gid) == "refused",
            product.Gid
        );
        Assert.Empty(gone.Store.Videos(product.Gid));

        await flow.Store.AddPhotoAsync(product, flow.Photos.Copy(photo));
        var view = await flow.System.UntilAsync(
            view => view.IsSettled && view.State(product.Gid) == "ready",
            product.Gid
        );

        Assert.Equal("READY", Assert.Single(view.Store.Videos(product.Gid)).Status);
    }

    [Theory]
    [InlineData("source_image", "accepted")]
    [InlineData("generation", "submitting")]
    [InlineData("generation", "collected")]
    [InlineData("brief", "publishing")]
    [InlineData("publication", "staged")]
    [InlineData("publication", "processing")]
    public async Task Nothing_is_published_of_a_product_deleted_in_mid_work(string table, string state)
    {
        await using var gate = await StateGate.BeforeAsync(flow.System.Rows, table, state);
        var product = await flow.Store.AddAsync($"Deleted at {state}", await flow.Photos.DrawAsync());
        await gate.ReachedAsync();
        await flow.Store.DeleteAsync(product);
        await gate.OpenAsync();

        var view = await flow.System.UntilAsync(
            view => view.IsSettled && view.State(product.Gid) == "refused",
            product.Gid
        );

        Assert.Equal("product_deleted", view.Of(product.Gid)!.Reason!.Code);
        Assert.Null(view.Store.Of(product.Gid));
        Assert.Equal(
            0,
            await flow.CountAsync(
                """
                select count(*) from publication join product on product.id = product_id
                where gid = $1 and publication.state <> 'withdrawn'
                """,
                product
            )
        );
    }

    private static bool IsReplaced(FlowView view, AddedProduct product, StoreMedia old) =>
        view.Store.Videos(product.Gid) is [{ Status: "READY" } only] && only.Id != old.Id;

    private static bool IsOurs(StoreMedia media) => media.Origin == "app";

    private static IEnumerable<string> Kinds(FlowView view, AddedProduct product) =>
        view.Store.Of(product.Gid)!.Media.Select(static one => one.Kind);
}
