using System.Net;
using CommerceVideo.Shops.Admin;

namespace CommerceVideo.Tests.Shops.Admin;

public sealed class AdminApiTests
{
    private const string Good = """{"data":{"productUpdate":"done"}}""";

    [Fact]
    public async Task The_document_and_its_variables_go_to_the_shop_with_its_token()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers(Good);

        var answer = await AskAsync(shop);

        Assert.Equal("done", answer.ProductUpdate);
        var call = Assert.Single(shop.Admin.Calls);
        Assert.Equal($"https://{ShopOnHand.Domain}/admin/api/2026-10/graphql.json", call.Address.ToString());
        Assert.Contains($"X-Shopify-Access-Token: {ShopOnHand.Access(1)}", call.Headers, StringComparison.Ordinal);
        Assert.Contains("\"variables\":{\"id\":\"gid://shopify/Product/1\"}", call.Body, StringComparison.Ordinal);
        Assert.Contains("productUpdate", call.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_token_is_refreshed_once_and_the_question_asked_again()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers("{}", HttpStatusCode.Unauthorized).Answers(Good);
        shop.Grants.Answers(ShopOnHand.Grant(2));

        await AskAsync(shop);

        Assert.Equal(2, shop.Admin.Calls.Count);
        Assert.Contains(ShopOnHand.Access(1), shop.Admin.Calls[0].Headers, StringComparison.Ordinal);
        Assert.Contains(ShopOnHand.Access(2), shop.Admin.Calls[1].Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_rejection_is_believed()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers("{}", HttpStatusCode.Unauthorized).Answers("{}", HttpStatusCode.Unauthorized);
        shop.Grants.Answers(ShopOnHand.Grant(2));

        var refused = await Assert.ThrowsAsync<AdminException>(() => AskAsync(shop));

        Assert.Equal(AdminFailure.NotInstalled, refused.Failure);
        Assert.Equal(2, shop.Admin.Calls.Count);
    }

    [Fact]
    public async Task A_refused_refresh_asks_for_the_merchant()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers("{}", HttpStatusCode.Unauthorized);
        shop.Grants.Answers("""{"error":"invalid_grant"}""", HttpStatusCode.BadRequest);

        var refused = await Assert.ThrowsAsync<AdminException>(() => AskAsync(shop));

        Assert.Equal(AdminFailure.NotInstalled, refused.Failure);
        Assert.Single(shop.Admin.Calls);
    }

    [Fact]
    public async Task Throttled_waits_as_long_as_the_numbers_say_and_asks_again()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers(Throttled(cost: 210, now: 10, rate: 100)).Answers(Good);

        await AskAsync(shop);

        Assert.Equal([TimeSpan.FromSeconds(2.25)], shop.Time.Waits);
        Assert.Equal(2, shop.Admin.Calls.Count);
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_caller()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers(Throttled(cost: 1000, now: 0, rate: 50));

        var refused = await Assert.ThrowsAsync<AdminException>(() => AskAsync(shop));

        Assert.Equal(AdminFailure.Throttled, refused.Failure);
        Assert.Equal(TimeSpan.FromSeconds(20.25), refused.Wait);
        Assert.Empty(shop.Time.Waits);
    }

    [Fact]
    public async Task Short_waits_that_do_not_end_are_left_to_the_caller_too()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        for (var time = 0; time < 3; time++)
        {
            shop.Admin.Answers(Throttled(cost: 200, now: 0, rate: 100));
        }

        var refused = await Assert.ThrowsAsync<AdminException>(() => AskAsync(shop));

        Assert.Equal(AdminFailure.Throttled, refused.Failure);
        Assert.Equal(2, shop.Time.Waits.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_mutation_is_never_repeated_when_its_outcome_is_unknown(int status)
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers("<html>", (HttpStatusCode)status);

        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(shop));

        Assert.Single(shop.Admin.Calls);
    }

    [Fact]
    public async Task Nor_when_its_answer_is_lost_late_or_garbled()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Loses().Loses(new TaskCanceledException("Timed out.")).Answers("<html>").Answers("");

        for (var time = 0; time < 4; time++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(shop));
        }

        Assert.Equal(4, shop.Admin.Calls.Count);
    }

    [Fact]
    public async Task Nor_when_Shopify_itself_does_not_know()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers("""{"errors":[{"message":"x","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}""");

        var refused = await Assert.ThrowsAsync<AdminException>(() => AskAsync(shop));

        Assert.Equal(AdminFailure.Unclear, refused.Failure);
        Assert.Single(shop.Admin.Calls);
    }

    [Fact]
    public async Task No_failure_tells_a_token_or_a_secret()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Admin.Answers("{}", HttpStatusCode.Unauthorized)
            .Answers("{}", HttpStatusCode.Unauthorized)
            .Answers("{}", HttpStatusCode.Forbidden)
            .Answers("{}", HttpStatusCode.InternalServerError)
            .Answers("<html>")
            .Answers("""{"errors":[{"message":"no"}]}""")
            .Loses();
        shop.Grants.Answers(ShopOnHand.Grant(2)).Loses().Answers("{", HttpStatusCode.BadRequest);
        var told = new List<string>();

        for (var time = 0; time < 6; time++)
        {
            told.Add((await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(shop))).ToString());
        }

        shop.Time.Leap(TimeSpan.FromHours(2));
        told.Add((await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(shop))).ToString());
        told.Add((await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(shop))).ToString());
        shop.Grants.Answers("""{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);
        told.Add((await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(shop))).ToString());

        Assert.All(told, static text => Assert.DoesNotContain(ShopOnHand.Marker, text, StringComparison.Ordinal));
    }

    private static string Throttled(int cost, int now, int rate) =>
        $$$"""
            {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{
              "requestedQueryCost":{{{cost}}},"throttleStatus":{
              "maximumAvailable":2000,"currentlyAvailable":{{{now}}},"restoreRate":{{{rate}}} } } } }
            """;

    private static Task<Answer> AskAsync(ShopOnHand shop) =>
        shop.Api.AskAsync<Answer>(
            shop.Id,
            AdminDocument.AttachVideo,
            new { id = "gid://shopify/Product/1" },
            CancellationToken.None
        );

    private sealed record Answer(string ProductUpdate);
}
