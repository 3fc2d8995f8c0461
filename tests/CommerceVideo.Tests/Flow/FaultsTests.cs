using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

/// <summary>What goes wrong between the shop and us: each ends with exactly one video, or with a reason.</summary>
[Collection(QuickFlowTests.Name)]
public sealed class FaultsTests(QuickFlow flow)
{
    [Fact]
    public async Task A_video_that_Shopify_fails_ends_with_Shopifys_reason_and_is_taken_off_the_page()
    {
        await flow.Store.FaultsAsync(
            new { mediaFails = new[] { new { filename = ".mp4", code = "VIDEO_VALIDATION_ERROR" } } }
        );
        var product = await flow.Store.AddAsync("Failed by Shopify", await flow.Photos.DrawAsync());
        var view = await flow.System.SettledAsync(product.Gid);
        await flow.Store.FaultsAsync(new { mediaFails = Array.Empty<object>() });

        Assert.Equal("parked", view.State(product.Gid));
        Assert.Equal("shopify_refused_video", view.Of(product.Gid)!.Reason!.Code);
        Assert.Contains("VIDEO_VALIDATION_ERROR", view.Of(product.Gid)!.Reason!.Text, StringComparison.Ordinal);
        Assert.Empty(view.Store.Videos(product.Gid));
    }

    [Fact]
    public async Task A_picture_that_Shopify_fails_is_refused_with_what_to_do()
    {
        await flow.Store.FaultsAsync(
            new { mediaFails = new[] { new { filename = "unlucky", code = "IMAGE_PROCESSING_FAILURE" } } }
        );
        var product = await flow.Store.AddAsync(
            "Unlucky picture",
            await flow.Photos.DrawAsync("unlucky.png", 480, 600),
            await flow.Photos.DrawAsync()
        );
        var view = await flow.System.SettledAsync(product.Gid);
        await flow.Store.FaultsAsync(new { mediaFails = Array.Empty<object>() });

        Assert.Equal(
            [("refused", "shopify_could_not_read_it"), ("accepted", null)],
            view.Of(product.Gid)!.Images.Select(static one => (one.State, one.Reason?.Code))
        );
        Assert.Single(view.Store.Videos(product.Gid));
    }

    [Theory]
    [InlineData("graphqlThrottled", 4)]
    [InlineData("graphqlFails", 3)]
    [InlineData("graphqlAnswersLost", 2)]
    [InlineData("uploadAnswersLost", 2)]
    public async Task Trouble_from_the_start_ends_with_one_video(string fault, int times)
    {
        await flow.Store.FaultsAsync(new Dictionary<string, int> { [fault] = times });

        var product = await flow.Store.AddAsync($"With {fault}", await flow.Photos.DrawAsync());
        var view = await flow.System.SettledAsync(product.Gid);

        Assert.True(view.State(product.Gid) == "ready", view.Tell(product.Gid));
        Assert.Equal("READY", Assert.Single(view.Store.Videos(product.Gid)).Status);
        Assert.Equal(1, await flow.AttemptsAsync(product));
    }

    [Theory]
    [InlineData("attaching", "graphqlAnswersLost", 1)]
    [InlineData("attaching", "graphqlFails", 1)]
    [InlineData("attaching", "graphqlFails", 4)]
    [InlineData("attaching", "graphqlThrottled", 1)]
    [InlineData("processing", "graphqlFails", 2)]
    [InlineData("published", "graphqlFails", 2)]
    public async Task Trouble_in_the_middle_of_publishing_ends_with_one_video(string state, string fault, int times)
    {
        await using var gate = await StateGate.BeforeAsync(flow.System.Rows, "publication", state);
        var product = await flow.Store.AddAsync($"{fault} at {state}", await flow.Photos.DrawAsync());
        await gate.ReachedAsync();
        await flow.Store.FaultsAsync(new Dictionary<string, int> { [fault] = times });
        await gate.OpenAsync();

        var view = await flow.System.SettledAsync(product.Gid);

        Assert.True(view.State(product.Gid) == "ready", view.Tell(product.Gid));
        Assert.Equal("READY", Assert.Single(view.Store.Videos(product.Gid)).Status);
    }

    [Fact]
    public async Task A_withdrawal_whose_answer_was_lost_is_done_once_and_known()
    {
        var product = await flow.ReadyAsync("Lost withdrawal");
        await using var gate = await StateGate.BeforeAsync(flow.System.Rows, "publication", "withdrawing");
        await flow.Store.DeletePhotoAsync(product, product.MediaIds[0]);
        await gate.ReachedAsync();
        await flow.Store.FaultsAsync(new { graphqlAnswersLost = 1 });
        await gate.OpenAsync();

        var view = await flow.System.UntilAsync(
            view => view.IsSettled && view.State(product.Gid) == "refused",
            product.Gid
        );

        Assert.Empty(view.Store.Videos(product.Gid));
        Assert.Equal(
            1,
            await flow.CountAsync(
                "select count(*) from publication join product on product.id = product_id where gid = $1 and publication.state = 'withdrawn'",
                product
            )
        );
    }

    [Fact]
    public async Task A_shop_that_does_not_answer_for_long_gets_its_video_once_it_is_back()
    {
        await using var gate = await StateGate.BeforeAsync(flow.System.Rows, "publication", "attaching");
        var product = await flow.Store.AddAsync("Shop down", await flow.Photos.DrawAsync());
        await gate.ReachedAsync();
        await flow.Store.FaultsAsync(new { graphqlFails = 100_000 });
        await gate.OpenAsync();
        await Poll.UntilAsync(async () =>
            await flow.CountAsync(
                "select count(*) from work where reason = 'The shop could not be reached.' and $1 <> ''",
                product
            ) > 0
        );
        var down = await flow.System.LookAsync();
        await flow.Store.FaultsAsync(new { graphqlFails = 0 });

        var view = await flow.System.SettledAsync(product.Gid);

        Assert.Equal(("working", false), (down.State(product.Gid), down.Report.Idle));
        Assert.True(view.State(product.Gid) == "ready", view.Tell(product.Gid));
        Assert.Single(view.Store.Videos(product.Gid));
        Assert.Empty(view.Report.Parked);
    }
}
