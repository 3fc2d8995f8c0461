namespace CommerceVideo.Webhooks;

/// <summary>The topics this app asks Shopify for, as Shopify writes them.</summary>
public static class WebhookTopic
{
    public const string ProductsCreate = "products/create";
    public const string ProductsUpdate = "products/update";
    public const string ProductsDelete = "products/delete";

    /// <summary>Every topic shopify.app.toml subscribes to. Others that arrive are kept all the same.</summary>
    public static IReadOnlyList<string> Subscribed { get; } = [ProductsCreate, ProductsUpdate, ProductsDelete];
}
