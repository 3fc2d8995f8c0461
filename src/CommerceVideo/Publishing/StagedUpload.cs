using System.Net.Http.Headers;
using CommerceVideo.Platform.Outbound;

namespace CommerceVideo.Publishing;

/// <summary>Hands the bytes over: a form with Shopify's fields in Shopify's order and the file as its last part.</summary>
internal sealed class StagedUpload(ForeignFetch foreign)
{
    /// <exception cref="HttpRequestException">The bytes are not known to have arrived whole.</exception>
    public async Task SendAsync(StagedTarget target, Stream file, long bytes, string fileName, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in target.Fields)
        {
            var part = new StringContent(field.Value);
            part.Headers.ContentType = null;
            form.Add(part, Quoted(field.Key));
        }

        var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");
        content.Headers.ContentLength = bytes;
        form.Add(content, "\"file\"", Quoted(fileName));
        using var response = await foreign.PostAsync(target.Address, form, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException("The upload was not taken.", inner: null, response.StatusCode);
        }
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
