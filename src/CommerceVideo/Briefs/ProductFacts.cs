namespace CommerceVideo.Briefs;

/// <summary>What the merchant says of the product.</summary>
/// <param name="Category">Shopify's taxonomy name in full, e.g. <c>Apparel &amp; Accessories &gt; Clothing &gt; Dresses</c>.</param>
public sealed record ProductFacts(string Title, string? Type, string? Category, IReadOnlyList<string> Tags);
