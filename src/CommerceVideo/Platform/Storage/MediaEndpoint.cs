using Microsoft.Net.Http.Headers;

namespace CommerceVideo.Platform.Storage;

/// <summary>Hands stored files to whoever holds a good link. A link names its content, so it may be kept for ever.</summary>
internal static class MediaEndpoint
{
    public static void MapStoredMedia(this IEndpointRouteBuilder routes) =>
        routes.MapMethods($"{MediaLinks.Path}/{{key}}", [HttpMethods.Get, HttpMethods.Head], ReadAsync);

    private static async Task<IResult> ReadAsync(
        string key,
        string? expires,
        string? name,
        string? signature,
        MediaLinks links,
        IObjectStore store,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (!links.IsGood(key, expires, name, signature))
        {
            return Results.Text("This link has ended or was changed.", statusCode: StatusCodes.Status403Forbidden);
        }

        Stream content;
        try
        {
            content = await store.OpenReadAsync(key, ct);
        }
        catch (FileNotFoundException)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(
            content,
            ObjectKey.ContentType(key),
            name,
            entityTag: new EntityTagHeaderValue($"\"{key}\""),
            enableRangeProcessing: true
        );
    }
}
