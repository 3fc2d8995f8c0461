using System.Text;
using CommerceVideo.VideoModels.Callbacks;

namespace CommerceVideo.Tests.VideoModels.Fal;

/// <summary>A call back as fal makes it, signed once with each of two keys at noon of 2026-11-22 by Node's own Ed25519.</summary>
internal static class FalCalls
{
    public const string Request = "764cabcf-b745-4b3e-ae38-1200304cf45b";

    public const string KeyOne = "eGVygzLgOmO2RCtC75jusdS-_R6cUDK4PXD2Tl9VGlA";
    public const string KeyTwo = "X_m_tz-PLK-6Ym3Vm9oOtIA70mLt8UD_buxjlzaRMhw";

    public const string ByOne =
        "5fce5ac6b170f7c576ffce702db16cfe493dae678fabfbc405b859b0854606559909e9029cdbe64feaedbdcfdfa5ddcab45c5a2bb40498b9ab7a6bed5fa5480b";

    public const string ByTwo =
        "40e59ff7595f785a55ba3b89d87361283b9290f6dffe9144a31234ddfc6ebf4dc2d59646c6c69413f644c48c3df86c6e755214594cbd3c0b2d3ab97380575705";

    private const string Body =
        $$$$"""{"request_id":"{{{{Request}}}}","gateway_request_id":"{{{{Request}}}}","status":"OK","payload":{"video":{"url":"https://v3.fal.media/files/a/clip.mp4"}}}""";

    public static ProviderCallback Signed(
        string signature = ByOne,
        string timestamp = "1795348800",
        string body = Body,
        string? without = null
    )
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["x-fal-webhook-request-id"] = Request,
            ["x-fal-webhook-user-id"] = "user-1",
            ["x-fal-webhook-timestamp"] = timestamp,
            ["x-fal-webhook-signature"] = signature,
        };
        headers.Remove(without ?? "");
        return new ProviderCallback(Guid.CreateVersion7(), headers, Encoding.UTF8.GetBytes(body));
    }

    public static string KeySet(params string[] keys) =>
        $$"""{"keys":[{{string.Join(',', keys.Select(static x => $$"""{"kty":"OKP","crv":"Ed25519","x":"{{x}}","kid":"1"}"""))}}]}""";
}
