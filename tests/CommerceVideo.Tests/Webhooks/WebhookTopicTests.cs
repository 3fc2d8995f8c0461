using System.Text.RegularExpressions;
using CommerceVideo.Tests.Support;
using CommerceVideo.Webhooks;

namespace CommerceVideo.Tests.Webhooks;

public sealed partial class WebhookTopicTests
{
    private static readonly string Toml = File.ReadAllText(Path.Combine(Repository.Root, "shopify.app.toml"));

    [Fact]
    public void Shopify_is_told_exactly_the_topics_the_code_knows()
    {
        var told = TopicLists()
            .Matches(Toml)
            .SelectMany(list => Quoted().Matches(list.Value))
            .Select(topic => topic.Groups["text"].Value);

        Assert.Equal(WebhookTopic.Subscribed.Order(), told.Order());
    }

    [Fact]
    public void Every_constant_is_subscribed_to() =>
        Assert.Equal(
            WebhookTopic.Subscribed.Order(),
            typeof(WebhookTopic)
                .GetFields()
                .Where(f => f.IsLiteral)
                .Select(f => (string)f.GetRawConstantValue()!)
                .Order()
        );

    [Fact]
    public void Deliveries_go_to_the_path_that_is_mapped() =>
        Assert.All(Addresses().Matches(Toml), uri => Assert.Equal(ShopifyWebhooks.Path, uri.Groups["text"].Value));

    [GeneratedRegex(@"^topics = \[[^\]]*\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopicLists();

    [GeneratedRegex("\"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("^uri = \"(?<text>[^\"]*)\"", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();
}
