namespace CommerceVideo.Webhooks.Payloads;

/// <summary>One of a product's media, known by its MediaImage or Video global id; often PROCESSING and without a source at first.</summary>
public sealed record MediaPayload
{
    public long? Id { get; init; }

    public string? AdminGraphqlApiId { get; init; }

    public int? Position { get; init; }

    public string? Alt { get; init; }

    public string? Status { get; init; }

    public string? MediaContentType { get; init; }

    public PreviewImagePayload? PreviewImage { get; init; }
}

public sealed record PreviewImagePayload
{
    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Src { get; init; }

    public string? Status { get; init; }
}
