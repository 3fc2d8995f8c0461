using System.Net;
using System.Text.Json;
using CommerceVideo.Shops.Admin;

namespace CommerceVideo.Tests.Shops.Admin;

public sealed class AdminAnswersTests
{
    [Fact]
    public void An_answer_with_its_part_is_good() =>
        Assert.IsType<AdminVerdict.Ok>(Judge("""{"data":{"shop":"atelier"}}"""));

    [Theory]
    [InlineData("""{"data":null}""", AdminFailure.Unknown)]
    [InlineData("{}", AdminFailure.Unknown)]
    [InlineData("""{"errors":[{"message":"no"}]}""", AdminFailure.BadRequest)]
    [InlineData("""{"data":{"shop":"atelier"},"errors":[{"message":"half"}]}""", AdminFailure.BadRequest)]
    [InlineData("""{"errors":[{"message":"no","extensions":{"code":"undefinedField"}}]}""", AdminFailure.BadRequest)]
    [InlineData("""{"errors":[{"message":"no","extensions":{"code":"ACCESS_DENIED"}}]}""", AdminFailure.Forbidden)]
    [InlineData("""{"errors":[{"message":"no","extensions":{"code":"SHOP_INACTIVE"}}]}""", AdminFailure.ShopFrozen)]
    [InlineData(
        """{"errors":[{"message":"no","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}""",
        AdminFailure.Unclear
    )]
    public void A_no_is_told_by_its_kind(string json, AdminFailure failure) =>
        Assert.Equal(failure, Assert.IsType<AdminVerdict.Refused>(Judge(json)).Failure);

    [Theory]
    [InlineData(600, 100, 100, 5250)]
    [InlineData(52, 2, 50, 1250)]
    [InlineData(10, 50, 100, 250)]
    public void The_wait_is_what_the_bucket_needs_to_fill(double cost, double now, double rate, double milliseconds)
    {
        var answer = $$$"""
            {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{
              "requestedQueryCost":{{{cost}}},"actualQueryCost":null,"throttleStatus":{
              "maximumAvailable":2000.0,"currentlyAvailable":{{{now}}},"restoreRate":{{{rate}}} } } } }
            """;

        Assert.Equal(milliseconds, Assert.IsType<AdminVerdict.Wait>(Judge(answer)).For.TotalMilliseconds);
    }

    [Theory]
    [InlineData("""{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}""")]
    [InlineData(
        """
            {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{
              "requestedQueryCost":10,"throttleStatus":{"maximumAvailable":0,"currentlyAvailable":0,"restoreRate":0}}}}
            """
    )]
    public void Throttled_without_usable_numbers_waits_a_second(string json) =>
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<AdminVerdict.Wait>(Judge(json)).For);

    [Theory]
    [InlineData(401, AdminFailure.NotInstalled)]
    [InlineData(402, AdminFailure.ShopFrozen)]
    [InlineData(403, AdminFailure.Forbidden)]
    [InlineData(404, AdminFailure.ShopGone)]
    [InlineData(423, AdminFailure.ShopFrozen)]
    [InlineData(429, AdminFailure.Throttled)]
    public void A_status_that_says_no_is_told_by_its_kind(int status, AdminFailure failure) =>
        Assert.Equal(failure, AdminAnswers.Refusal((HttpStatusCode)status, null)?.Failure);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    public void A_status_that_says_nothing_is_no_refusal(int status) =>
        Assert.Null(AdminAnswers.Refusal((HttpStatusCode)status, null));

    [Fact]
    public void Shopify_says_how_long_to_wait_and_two_seconds_stand_in()
    {
        var told = AdminAnswers.Refusal(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7));
        var untold = AdminAnswers.Refusal(HttpStatusCode.TooManyRequests, null);

        Assert.Equal(TimeSpan.FromSeconds(7), told?.Wait);
        Assert.Equal(TimeSpan.FromSeconds(2), untold?.Wait);
    }

    private static AdminVerdict Judge(string json) =>
        AdminAnswers.Judge(JsonSerializer.Deserialize<AdminAnswer<Part>>(json, AdminJson.Options)!);

    private sealed record Part(string Shop);
}
