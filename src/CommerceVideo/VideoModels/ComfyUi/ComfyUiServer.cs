using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>The calls to a ComfyUI server that cost nothing and may be made any number of times.</summary>
internal sealed class ComfyUiServer(ProviderApi api)
{
    /// <summary>Where our pictures lie on the server, and whom it tells of our prompts.</summary>
    public const string Folder = "commercevideo";

    /// <summary>The picture under the name of its content: sent again it is the same file.</summary>
    public async Task<(string? Image, SubmitOutcome.Failed? Refusal)> UploadAsync(
        PreparedPicture picture,
        ProviderKey? key,
        CancellationToken ct
    )
    {
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(picture.Jpeg))}.jpg";
        var answer = await api.ReadAsync(() => Upload(picture, name, key), ct);
        return answer switch
        {
            ProviderAnswer.Answered { IsSuccess: true } kept when kept.Body.Text("name") is { } given => (
                kept.Body.Text("subfolder") is { Length: > 0 } folder ? $"{folder}/{given}" : given,
                null
            ),
            ProviderAnswer.Answered refused when ComfyUiFailures.Of(refused) is { } no => (
                null,
                new(no.Kind, no.Reason)
            ),
            _ => (null, new(FailureKind.ProviderDown, "ComfyUI does not take the picture just now.")),
        };
    }

    private static HttpRequestMessage Upload(PreparedPicture picture, string name, ProviderKey? key)
    {
        var file = new ByteArrayContent(picture.Jpeg);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var message = Message(HttpMethod.Post, "upload/image", key);
        message.Content = new MultipartFormDataContent
        {
            { new StringContent("input"), "type" },
            { new StringContent(Folder), "subfolder" },
            { new StringContent("true"), "overwrite" },
            { file, "image", name },
        };
        return message;
    }

    /// <returns>A null place where the queue could not be read.</returns>
    public async Task<(ComfyUiPlace? Place, ProviderAnswer Answer)> PlaceAsync(
        string id,
        ProviderKey? key,
        CancellationToken ct
    )
    {
        var answer = await api.ReadAsync(() => Message(HttpMethod.Get, "queue", key), ct);
        return (
            answer is ProviderAnswer.Answered { IsSuccess: true } good ? ComfyUiQueue.Place(good.Body, id) : null,
            answer
        );
    }

    /// <returns>Known: the history was read, and without an end it does not have the prompt.</returns>
    public async Task<(bool Known, ComfyUiEnd? End, ProviderAnswer Answer)> EndAsync(
        string id,
        ProviderKey? key,
        CancellationToken ct
    )
    {
        var answer = await api.ReadAsync(() => Message(HttpMethod.Get, $"history/{Uri.EscapeDataString(id)}", key), ct);
        return answer is ProviderAnswer.Answered { IsSuccess: true, IsJson: true } good
            ? (true, ComfyUiEnd.Of(good.Body, id), answer)
            : (false, null, answer);
    }

    /// <returns>Whether the server did as it was told.</returns>
    public async Task<bool> PostAsync(string path, JsonObject body, ProviderKey? key, CancellationToken ct)
    {
        using var message = Message(HttpMethod.Post, path, key);
        message.Content = JsonContent.Create(body);
        return await api.SendOnceAsync(message, ct) is ProviderAnswer.Answered { IsSuccess: true };
    }

    /// <summary>A call to the server, with the key where there is one.</summary>
    public static HttpRequestMessage Message(HttpMethod method, string path, ProviderKey? key)
    {
        var message = new HttpRequestMessage(method, path);
        if (key is not null)
        {
            message.Headers.Authorization = new("Bearer", key.Reveal());
        }

        return message;
    }
}
