using System.Text.Json.Nodes;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

[Collection(QuickFlowTests.Name)]
public sealed class RepeatedNewsTests(QuickFlow flow)
{
    private const string CreateBody =
        "select convert_from(body, 'utf8') from delivery where topic = 'products/create' and convert_from(body, 'utf8') like $1";

    [Fact]
    public async Task Webhooks_sent_twice_and_in_the_wrong_order_start_the_work_once()
    {
        var before = (await flow.System.LookAsync()).Report.Deliveries;
        await flow.Store.FaultsAsync(new { webhooksReordered = 2 });
        var product = await flow.Store.AddAsync("Reordered cap", await flow.Photos.DrawAsync());
        await flow.System.UntilAsync(view => view.IsFinal(product.Gid), product.Gid);
        await flow.Store.FaultsAsync(new { webhooksDuplicated = 3 });
        await flow.Store.ChangeAsync(product, new { price = "51.00" });
        var view = await flow.System.SettledAsync(product.Gid);
        await flow.Store.FaultsAsync(new { webhooksDuplicated = 0 });

        Assert.True(view.State(product.Gid) == "ready", view.Tell(product.Gid));
        Assert.Single(view.Store.Videos(product.Gid));
        Assert.Equal(1, await flow.AttemptsAsync(product));
        Assert.True(view.Report.Deliveries.Duplicate > before.Duplicate, "No delivery came twice.");
        Assert.Equal(before.Parked, view.Report.Deliveries.Parked);
        Assert.Equal(["products/update", "products/create"], await TopicsInOrderAsync(product).Take(2).ToListAsync());
    }

    [Fact]
    public async Task A_product_told_of_before_its_picture_is_ready_gets_its_video()
    {
        var product = await flow.ReadyAsync("Early tee");

        var told = await flow.System.AskAsync<string>(CreateBody, $"%{product.Id}%");
        var media = JsonNode.Parse(told)!["media"]!.AsArray();
        Assert.NotEqual("READY", $"{media.Single()!["status"]}");
        Assert.Empty(JsonNode.Parse(told)!["images"]!.AsArray());
    }

    [Fact]
    public async Task Ten_updates_in_a_row_while_the_work_runs_start_nothing_more()
    {
        var product = await flow.Store.AddAsync("Restless tee", await flow.Photos.DrawAsync());
        for (var price = 40; price < 50; price++)
        {
            await flow.Store.ChangeAsync(product, new { price = $"{price}.00" });
        }

        var view = await flow.System.SettledAsync(product.Gid);

        Assert.True(view.State(product.Gid) == "ready", view.Tell(product.Gid));
        Assert.Single(view.Store.Videos(product.Gid));
        Assert.Equal(1, await flow.AttemptsAsync(product));
        Assert.InRange(view.Store.Shop.Deliveries.Count(one => one.ProductId == product.Id), 12, 100);
    }

    [Fact]
    public async Task A_new_price_a_new_title_and_the_update_of_our_own_video_make_nothing_new()
    {
        var product = await flow.ReadyAsync("Plain tee");
        var before = await flow.System.LookAsync();
        Assert.Contains(before.Store.Shop.Deliveries, one => IsUpdateOf(one, product));

        await flow.Store.ChangeAsync(product, new { price = "99.00", title = "Plainer tee" });
        var after = await flow.System.UntilAsync(view =>
            view.IsSettled && view.Of(product.Gid)!.Title == "Plainer tee"
        );

        Assert.Equal(before.Store.Videos(product.Gid)[0].Id, Assert.Single(after.Store.Videos(product.Gid)).Id);
        Assert.Equal(before.Store.Shop.StagedUploads.Count, after.Store.Shop.StagedUploads.Count);
        Assert.Equal(1, await flow.AttemptsAsync(product));
    }

    [Fact]
    public async Task The_same_picture_uploaded_again_by_its_bytes_or_only_its_pixels_makes_nothing_new()
    {
        var photo = await flow.Photos.DrawAsync();
        var product = await flow.ReadyAsync("Twice shown", photo);

        await flow.Store.AddPhotoAsync(product, flow.Photos.Copy(photo));
        await flow.Store.AddPhotoAsync(product, flow.Photos.WithOtherMetadata(photo));
        var view = await flow.System.UntilAsync(
            view => view.IsSettled && view.Of(product.Gid)!.Images.Count(static one => one.State == "accepted") == 3,
            product.Gid
        );

        Assert.Equal("ready", view.State(product.Gid));
        Assert.Single(view.Store.Videos(product.Gid));
        Assert.Equal(1, await flow.AttemptsAsync(product));
    }

    private static bool IsUpdateOf(StoreDelivery one, AddedProduct product) =>
        one.Topic == "products/update" && one.ProductId == product.Id;

    private async IAsyncEnumerable<string> TopicsInOrderAsync(AddedProduct product)
    {
        await using var command = flow.System.Rows.CreateCommand(
            "select topic from delivery where convert_from(body, 'utf8') like $1 order by id"
        );
        command.Parameters.Add(new() { Value = $"%{product.Id}%" });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return reader.GetString(0);
        }
    }
}
