using System.Text.Json;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Sora;

namespace CommerceVideo.Tests.VideoModels.Sora;

public sealed class SoraFailuresTests
{
    [Theory]
    [InlineData(400, """{"type":"invalid_request_error","param":"size","code":null}""", FailureKind.InvalidInput)]
    [InlineData(400, """{"type":"invalid_request_error","param":"input_reference"}""", FailureKind.BadAsset)]
    [InlineData(400, """{"message":"Faces in the input image are not allowed."}""", FailureKind.ContentRefused)]
    [InlineData(400, """{"code":"moderation_blocked"}""", FailureKind.ContentRefused)]
    [InlineData(400, """{"code":"billing_hard_limit_reached"}""", FailureKind.OutOfCredit)]
    [InlineData(400, """{"code":"invalid_model"}""", FailureKind.Retired)]
    [InlineData(401, """{"code":"invalid_api_key"}""", FailureKind.AuthRejected)]
    [InlineData(403, """{"code":null}""", FailureKind.Retired)]
    [InlineData(404, """{"code":"model_not_found"}""", FailureKind.Retired)]
    [InlineData(404, """{"code":"endpoint_not_found"}""", FailureKind.Retired)]
    [InlineData(404, """{"code":"unknown_url"}""", FailureKind.Retired)]
    [InlineData(410, """{}""", FailureKind.Retired)]
    [InlineData(413, """{}""", FailureKind.BadAsset)]
    [InlineData(429, """{"type":"insufficient_quota","code":null}""", FailureKind.OutOfCredit)]
    [InlineData(429, """{"code":"rate_limit_exceeded"}""", FailureKind.RateLimited)]
    public void A_refusal_has_its_one_kind(int status, string error, FailureKind kind) =>
        Assert.Equal(kind, SoraFailures.Of(Answer(status, error))?.Kind);

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(503)]
    public void What_does_not_say_whether_it_was_taken_is_no_refusal(int status) =>
        Assert.Null(SoraFailures.Of(Answer(status, """{"type":"server_error"}""")));

    [Theory]
    [InlineData(404, """{"code":"unknown_url"}""", true)]
    [InlineData(410, """{}""", true)]
    [InlineData(404, """{"code":null}""", false)]
    [InlineData(500, """{"code":"unknown_url"}""", false)]
    public void A_video_that_is_not_there_is_not_an_API_that_is_gone(int status, string error, bool gone) =>
        Assert.Equal(gone, SoraFailures.SaysGone(Answer(status, error)));

    private static ProviderAnswer.Answered Answer(int status, string error)
    {
        using var headers = new HttpResponseMessage();
        return new(status, JsonSerializer.Deserialize<JsonElement>($$"""{"error":{{error}}}"""), headers.Headers);
    }
}
