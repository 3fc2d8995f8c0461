using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>The standard with the model in the path (since 2026-06-17; kling.ai/document-api, read 2026-09-20).</summary>
internal sealed class KlingNewStandard : IKlingStandard
{
    private const string WithChoices = "kling-3.0";
    private const string WithSound = "kling-2.6";

    public KlingCreate Create(GenerationRequest request, RequestPictures pictures)
    {
        var prompt = KlingDialect.Compile(request.Shot, request.Words, negativeField: false);
        var model = request.Model.WireName;
        var contents = new JsonArray(
            new JsonObject { ["type"] = "prompt", ["text"] = prompt.Text },
            new JsonObject { ["type"] = "first_frame", ["url"] = pictures.First!.Base64 }
        );
        if (pictures.Last is { } last)
        {
            contents.Add(new JsonObject { ["type"] = "last_frame", ["url"] = last.Base64 });
        }

        var settings = new JsonObject
        {
            ["resolution"] = request.Order.Size.Name,
            ["duration"] = request.Order.Seconds,
        };
        if (model is WithChoices or WithSound)
        {
            settings["audio"] = "off";
        }

        if (model == WithChoices)
        {
            // Its default is true: a product shot would get cuts.
            settings["multi_shot"] = false;
        }

        var options = new JsonObject { ["external_task_id"] = Name(request.Generation) };
        if (request.Callback is { } callback)
        {
            options["callback_url"] = callback.AbsoluteUri;
        }

        var body = new JsonObject
        {
            ["contents"] = contents,
            ["settings"] = settings,
            ["options"] = options,
        };
        return new KlingCreate($"image-to-video/{model}", JsonSerializer.SerializeToElement(body), prompt.Warnings);
    }

    public HttpRequestMessage Query(string ticket, ProviderKey key, DateTimeOffset now) =>
        Get($"tasks?task_ids={Uri.EscapeDataString(ticket)}", key);

    public HttpRequestMessage LookUp(Guid generation, ProviderKey key, DateTimeOffset now) =>
        Get($"tasks?external_task_ids={Name(generation)}", key);

    public string? Ticket(JsonElement created) => created.Text("data", "id");

    public KlingTask? Task(JsonElement queried)
    {
        if (
            queried.Items("data").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } item
            || item.Text("id") is not { } id
        )
        {
            return null;
        }

        return new KlingTask(
            id,
            item.Text("status") ?? "",
            item.Text("message") ?? "",
            item.Items("outputs")
                .Select(static output => output.Address("url"))
                .FirstOrDefault(static url => url is not null),
            Billed(item)
        );
    }

    internal static string Name(Guid generation) => generation.ToString("N");

    private static HttpRequestMessage Get(string path, ProviderKey key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", key.Reveal());
        return request;
    }

    private static Money? Billed(JsonElement item)
    {
        var entries = item.Items("billing").ToArray();
        return entries.Length == 0
            ? null
            : Money.Sum(
                entries.Select(static entry =>
                    entry.Text("charge_type") == "unit"
                        ? KlingTask.Unit * (entry.Number("amount") ?? 0)
                        : new Money(entry.Number("amount") ?? 0, entry.Text("currency") ?? Money.Dollars)
                )
            );
    }
}
