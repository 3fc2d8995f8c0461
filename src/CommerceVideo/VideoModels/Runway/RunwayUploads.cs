using System.Net.Http.Headers;
using System.Text.Json;
using CommerceVideo.Platform.Outbound;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Runway;

/// <summary>The way for a picture that is too long for a data URI: put where Runway says, every field first and the file last.</summary>
internal sealed class RunwayUploads(ProviderApi api, ForeignFetch foreign)
{
    private const string FileName = "first-frame.jpg";

    /// <returns>A <c>runway://</c> address, or why there is none; nothing is bought here.</returns>
    public async Task<(string? Address, SubmitOutcome.Failed? Failed)> PutAsync(
        PreparedPicture picture,
        ProviderKey key,
        CancellationToken ct
    )
    {
        var answer = await api.SendOnceAsync(RunwayRequests.Upload(FileName, key), ct);
        if (answer is ProviderAnswer.Answered refused && RunwayFailures.Of(refused) is { } no)
        {
            return (null, new SubmitOutcome.Failed(no.Kind, no.Reason));
        }

        if (
            answer is not ProviderAnswer.Answered { IsSuccess: true, Body: var place }
            || place.Address("uploadUrl") is not { } target
            || place.Text("runwayUri") is not { } address
        )
        {
            return (null, Down("Runway does not say where to put the picture."));
        }

        return await SendAsync(picture, target, place.At("fields"), ct) is { } problem
            ? (null, Down($"The picture cannot be put where Runway wants it: {problem}"))
            : (address, null);
    }

    private static SubmitOutcome.Failed Down(string reason) => new(FailureKind.ProviderDown, reason);

    /// <returns>Null when it arrived.</returns>
    private async Task<string?> SendAsync(PreparedPicture picture, Uri target, JsonElement fields, CancellationToken ct)
    {
        using var form = Form(picture, fields);
        try
        {
            using var response = await foreign.PostAsync(target, form, ct);
            return response.IsSuccessStatusCode ? null : $"HTTP {(int)response.StatusCode}.";
        }
        catch (Exception problem) when (problem is ForeignFetchException or HttpRequestException)
        {
            return problem.Message;
        }
    }

    private static MultipartFormDataContent Form(PreparedPicture picture, JsonElement fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var field in fields.ValueKind == JsonValueKind.Object ? fields.EnumerateObject().ToArray() : [])
        {
            var part = new StringContent(field.Value.Text() ?? "");
            part.Headers.ContentType = null;
            form.Add(part, Quoted(field.Name));
        }

        var file = new ByteArrayContent(picture.Jpeg);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(file, Quoted("file"), Quoted(FileName));
        return form;
    }

    // Storage services read names only in quotes.
    private static string Quoted(string name) => $"\"{name}\"";
}
