using System.Text;
using CommerceVideo.Catalog;
using CommerceVideo.Webhooks;

namespace CommerceVideo.Tests.Catalog;

public sealed class DeliveryHandlingTests
{
    private const string Body = """{"id":632910392,"admin_graphql_api_id":"gid://shopify/Product/632910392"}""";

    [Theory]
    [InlineData(WebhookTopic.ProductsCreate)]
    [InlineData(WebhookTopic.ProductsUpdate)]
    [InlineData(WebhookTopic.ProductsDelete)]
    public void Every_product_topic_leads_to_reading_the_product_back(string topic) =>
        Assert.Equal(
            new DeliveryDecision.Sync("gid://shopify/Product/632910392"),
            DeliveryHandling.Decide(Delivery(topic, Body), shopKnown: true)
        );

    [Theory]
    [InlineData("orders/create", true)]
    [InlineData("products/feed", false)]
    [InlineData("", true)]
    public void A_topic_without_a_use_is_kept_and_ignored(string topic, bool shopKnown)
    {
        var decision = DeliveryHandling.Decide(Delivery(topic, "not json"), shopKnown);

        Assert.Equal("topic_not_used", Assert.IsType<DeliveryDecision.Ignore>(decision).Code);
    }

    [Fact]
    public void A_shop_that_has_not_installed_is_left_to_a_person()
    {
        var parked = Assert.IsType<DeliveryDecision.Park>(
            DeliveryHandling.Decide(Delivery(WebhookTopic.ProductsUpdate, Body), shopKnown: false)
        );

        Assert.Equal("unknown_shop", parked.Code);
        Assert.Contains("dev-atelier.myshopify.com", parked.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "body_broken")]
    [InlineData("{\"id\":1", "body_broken")]
    [InlineData("[]", "body_not_a_product")]
    [InlineData("""{"title":"no id"}""", "body_not_a_product")]
    public void A_body_that_names_no_product_is_left_to_a_person_with_the_reason(string body, string code)
    {
        var parked = Assert.IsType<DeliveryDecision.Park>(
            DeliveryHandling.Decide(Delivery(WebhookTopic.ProductsUpdate, body), shopKnown: true)
        );

        Assert.Equal(code, parked.Code);
        Assert.NotEmpty(parked.Text);
    }

    private static ReceivedDelivery Delivery(string topic, string body) =>
        new(1, "dev-atelier.myshopify.com", topic, Encoding.UTF8.GetBytes(body));
}
