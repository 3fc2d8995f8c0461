namespace CommerceVideo.Webhooks.Payloads;

/// <summary>A variant as far as a picture or a text can hang on it. Large products may leave some out.</summary>
public sealed record VariantPayload
{
    public long? Id { get; init; }

    public string? AdminGraphqlApiId { get; init; }

    public string? Title { get; init; }

    public string? Price { get; init; }

    public string? Sku { get; init; }

    public int? Position { get; init; }

    public long? ImageId { get; init; }

    public string? Option1 { get; init; }

    public string? Option2 { get; init; }

    public string? Option3 { get; init; }
}

public sealed record CategoryPayload
{
    public string? AdminGraphqlApiId { get; init; }

    public string? Name { get; init; }

    public string? FullName { get; init; }
}
