namespace CommerceVideo.Webhooks.Payloads;

/// <summary>What a product delivery's body turned out to be.</summary>
public abstract record ProductReading
{
    private ProductReading() { }

    public sealed record Read(ProductPayload Product) : ProductReading;

    /// <summary>The body can never be handled; the reason is for a person.</summary>
    public sealed record Unreadable(string Code, string Text) : ProductReading
    {
        public const string BrokenBody = "body_broken";
        public const string NotAProduct = "body_not_a_product";
    }
}
