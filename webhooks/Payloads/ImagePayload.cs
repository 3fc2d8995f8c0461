namespace CommerceVideo.Webhooks.Payloads;

/// <summary>An entry of the older images list. Its ids are another space than the media's.</summary>
public sealed record ImagePayload
{
    public long? Id { get; init; }

    public string? AdminGraphqlApiId { get; init; }

    public int? Position { get; init; }

    public string? Alt { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Src { get; init; }

    public IReadOnlyList<long>? VariantIds { get; init; }
}
