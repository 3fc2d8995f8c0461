using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceVideo.Tests.Publishing;

/// <summary>
/// One product's media at a Shopify that, by its seed, loses answers before or after it acted, fails, and shows what it did only
/// some reads later. The worker may also be killed at any call.
/// </summary>
internal sealed class FickleShopify(int seed, Uri upload) : HttpMessageHandler
{
    public const string Picture = "gid://shopify/MediaImage/1";

    public const int MostFaults = 6;

    private readonly Random _luck = new(seed);
    private readonly List<JsonObject> _media =
    [
        Item(Picture, "IMAGE", "READY", null),
        Item("gid://shopify/MediaImage/2", "IMAGE", "READY", null),
    ];
    private int _hidden;
    private int _number;

    /// <summary>Faults still to come: even bad luck ends.</summary>
    public int Faults { get; private set; } = MostFaults;

    /// <summary>What was asked, in order: the documents' first words.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Attaches that were carried out.</summary>
    public int Attached { get; private set; }

    public IReadOnlyList<string> Media => [.. _media.Select(static item => item["id"]!.GetValue<string>())];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        var name = body["query"]!.GetValue<string>().Split(' ', '(')[1];
        Asked.Add(name);
        var fault = Faults > 0 ? _luck.Next(8) : 8;
        if (fault < 4)
        {
            Faults--;
        }

        return fault switch
        {
            0 => throw new HttpRequestException("Reset before it arrived."),
            1 => throw new KilledException(),
            2 => After(name, body, static () => throw new HttpRequestException("Reset after it was done.")),
            3 => After(name, body, static () => new HttpResponseMessage(HttpStatusCode.BadGateway)),
            _ => Json(Do(name, body["variables"]!)),
        };
    }

    private HttpResponseMessage After(string name, JsonNode body, Func<HttpResponseMessage> answer)
    {
        Do(name, body["variables"]!);
        return answer();
    }

    private JsonNode Do(string name, JsonNode variables) =>
        name switch
        {
            "ReadMedia" => Read(),
            "StageVideo" => Stage(),
            "AttachVideo" => Attach(variables),
            "MoveMedia" => Move(variables),
            _ => throw new InvalidOperationException($"Nobody expected {name}."),
        };

    private JsonObject Read()
    {
        foreach (var video in _media.Where(static item => item["mediaContentType"]!.GetValue<string>() == "VIDEO"))
        {
            video["status"] = video["status"]!.GetValue<string>() == "UPLOADED" ? "PROCESSING" : "READY";
        }

        var shown = _hidden-- > 0 ? _media.Where(static item => item["status"]!.GetValue<string>() == "READY") : _media;
        return new JsonObject
        {
            ["product"] = new JsonObject
            {
                ["media"] = new JsonObject
                {
                    ["nodes"] = new JsonArray([.. shown.Select(static item => item.DeepClone())]),
                    ["pageInfo"] = new JsonObject { ["hasNextPage"] = false },
                },
            },
        };
    }

    private JsonNode Stage() =>
        JsonNode.Parse(
            $$"""
            {"stagedUploadsCreate":{"userErrors":[],"stagedTargets":[
              {"url":"{{upload}}","resourceUrl":"https://staged.example/{{++_number}}","parameters":[] } ] } }
            """
        )!;

    private JsonNode Attach(JsonNode variables)
    {
        Attached++;
        _hidden = _luck.Next(2);
        var alt = variables["media"]![0]!["alt"]!.GetValue<string>();
        _media.Add(Item($"gid://shopify/Video/{++_number}", "VIDEO", "UPLOADED", alt));
        return JsonNode.Parse("""{"productUpdate":{"userErrors":[]}}""")!;
    }

    private JsonNode Move(JsonNode variables)
    {
        var move = variables["moves"]![0]!;
        var item = _media.Single(item => item["id"]!.GetValue<string>() == move["id"]!.GetValue<string>());
        _media.Remove(item);
        _media.Insert(int.Parse(move["newPosition"]!.GetValue<string>()), item);
        return JsonNode.Parse("""{"productReorderMedia":{"mediaUserErrors":[]}}""")!;
    }

    private static JsonObject Item(string gid, string kind, string status, string? alt) =>
        new()
        {
            ["id"] = gid,
            ["alt"] = alt,
            ["mediaContentType"] = kind,
            ["status"] = status,
        };

    private static HttpResponseMessage Json(JsonNode data) =>
        new(HttpStatusCode.OK)
        {
            Content = new StringContent(
                new JsonObject { ["data"] = data }.ToJsonString(JsonSerializerOptions.Default),
                Encoding.UTF8,
                "application/json"
            ),
        };
}

/// <summary>The worker died here.</summary>
internal sealed class KilledException() : Exception("Killed.");
