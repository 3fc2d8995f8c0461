using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>The standard with the model in the body, for accounts that still have an access key and a secret.</summary>
internal sealed class KlingLegacyStandard : IKlingStandard
{
    private const string Path = "v1/videos/image2video";

    private const string WithSound = "kling-v3";

    public KlingCreate? Create(GenerationRequest request, RequestPictures pictures)
    {
        if (WireName(request.Model.WireName) is not { } model)
        {
            return null;
        }

        var prompt = KlingDialect.Compile(request.Shot, request.Words, negativeField: true);
        var body = new JsonObject
        {
            // Left out it would mean kling-v1.
            ["model_name"] = model,
            ["image"] = pictures.First!.Base64,
            ["prompt"] = prompt.Text,
            ["negative_prompt"] = prompt.Negative,
            // A string here, a number in the new standard.
            ["duration"] = request.Order.Seconds.ToString(CultureInfo.InvariantCulture),
            ["mode"] = Mode(request.Order.Size.Name),
            ["external_task_id"] = KlingNewStandard.Name(request.Generation),
        };
        if (model is WithSound or "kling-v2-6")
        {
            body["sound"] = "off";
        }

        if (pictures.Last is { } last)
        {
            body["image_tail"] = last.Base64;
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

    public string? Ticket(JsonElement created) => created.Text("data", "task_id");

    public KlingTask? Task(JsonElement queried) => TaskOf(queried);

    internal static KlingTask? TaskOf(JsonElement queried)
    {
        var data = queried.At("data");
        if (data.Text("task_id") is not { } id)
        {
            return null;
        }

        var state = data.Text("task_status") ?? "";
        return new KlingTask(
            id,
            state == "succeed" ? KlingTask.Succeeded : state,
            data.Text("task_status_msg") ?? "",
            data.Items("task_result", "videos").Select(static video => video.Address("url")).FirstOrDefault(),
            data.Number("final_unit_deduction") is { } units ? KlingTask.Unit * units : null
        );
    }

    private static HttpRequestMessage Get(string task, ProviderKey key, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}/{Uri.EscapeDataString(task)}");
        request.Headers.Authorization = new("Bearer", KlingToken.For(key, now));
        return request;
    }

    private static string? WireName(string model) =>
        model switch
        {
            "kling-3.0" => WithSound,
            "kling-2.6" => "kling-v2-6",
            "kling-2.5-turbo" => "kling-v2-5-turbo",
            _ => null,
        };

    internal static string Mode(string size) =>
        size switch
        {
            "720p" => "std",
            "1080p" => "pro",
            _ => size,
        };
}
