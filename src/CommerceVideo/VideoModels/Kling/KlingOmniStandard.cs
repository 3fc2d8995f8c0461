using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>
/// Omni, which takes reference pictures beside a first frame or instead of one (KlingAI Series 3.0 Model API Specification,
/// omni-video, 2026-02-10, as mirrored; the new standard's own path for it is not known here). Either kind of key opens it.
/// </summary>
internal sealed class KlingOmniStandard : IKlingStandard
{
    private const string Path = "v1/videos/omni-video";

    private const string Model = "kling-v3-omni";

    public static bool Has(string wireName) => wireName == Model;

    public KlingCreate Create(GenerationRequest request, RequestPictures pictures)
    {
        var images = Images(pictures);
        var prompt = KlingDialect.Compile(
            request.Shot,
            request.Words,
            negativeField: false,
            request.References,
            firstCast: pictures.FirstCast
        );
        var body = new JsonObject
        {
            // Left out it would mean kling-video-o1.
            ["model_name"] = Model,
            ["prompt"] = prompt.Text,
            ["image_list"] = images,
            ["mode"] = KlingLegacyStandard.Mode(request.Order.Size.Name),
            ["duration"] = request.Order.Seconds.ToString(CultureInfo.InvariantCulture),
            ["sound"] = "off",
            ["multi_shot"] = false,
            ["external_task_id"] = KlingNewStandard.Name(request.Generation),
        };
        if (pictures.First is null)
        {
            // With a first frame it takes no other shape than the frame's.
            body["aspect_ratio"] = request.Order.Ratio.ToString();
        }

        if (request.Callback is { } callback)
        {
            body["callback_url"] = callback.AbsoluteUri;
        }

        return new KlingCreate(Path, JsonSerializer.SerializeToElement(body), prompt.Warnings);
    }

    public HttpRequestMessage Query(string ticket, ProviderKey key, DateTimeOffset now) => Get(ticket, key, now);

    public HttpRequestMessage LookUp(Guid generation, ProviderKey key, DateTimeOffset now) =>
        Get(KlingNewStandard.Name(generation), key, now);

    public string? Ticket(JsonElement created) => new KlingLegacyStandard().Ticket(created);

    public KlingTask? Task(JsonElement queried) => KlingLegacyStandard.TaskOf(queried);

    private static JsonArray Images(RequestPictures pictures)
    {
        var images = new JsonArray();
        if (pictures.First is { } first)
        {
            images.Add((JsonNode)new JsonObject { ["image_url"] = first.Base64, ["type"] = "first_frame" });
        }

        if (pictures.Last is { } last)
        {
            images.Add((JsonNode)new JsonObject { ["image_url"] = last.Base64, ["type"] = "end_frame" });
        }

        foreach (var reference in pictures.References)
        {
            images.Add((JsonNode)new JsonObject { ["image_url"] = reference.Base64 });
        }

        return images;
    }

    private static HttpRequestMessage Get(string task, ProviderKey key, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}/{Uri.EscapeDataString(task)}");
        request.Headers.Authorization = new("Bearer", KlingToken.For(key, now));
        return request;
    }
}
