using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceVideo.Webhooks.Payloads;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(ProductPayload))]
internal sealed partial class PayloadJson : JsonSerializerContext;
