using System.Text.Json;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Fal;

namespace CommerceVideo.Tests.VideoModels.Fal;

public sealed class FalFailuresTests
{
    [Theory]
    [InlineData("content_policy_violation", 422, FailureKind.ContentRefused)]
    [InlineData("no_media_generated", 422, FailureKind.ContentRefused)]
    [InlineData("image_too_small", 422, FailureKind.BadAsset)]
    [InlineData("image_too_large", 422, FailureKind.BadAsset)]
    [InlineData("image_load_error", 422, FailureKind.BadAsset)]
    [InlineData("file_download_error", 422, FailureKind.BadAsset)]
    [InlineData("file_too_large", 422, FailureKind.BadAsset)]
    [InlineData("unsupported_image_format", 422, FailureKind.BadAsset)]
    [InlineData("face_detection_error", 422, FailureKind.BadAsset)]
    [InlineData("missing", 422, FailureKind.InvalidInput)]
    [InlineData("value_error", 422, FailureKind.InvalidInput)]
    [InlineData("greater_than", 422, FailureKind.InvalidInput)]
    [InlineData("a_rule_of_tomorrow", 422, FailureKind.InvalidInput)]
    [InlineData("internal_server_error", 500, FailureKind.ProviderDown)]
    [InlineData("generation_timeout", 504, FailureKind.TimedOut)]
    [InlineData("downstream_service_error", 400, FailureKind.ProviderDown)]
    [InlineData("downstream_service_unavailable", 500, FailureKind.ProviderDown)]
    public void A_model_says_by_type_why_it_made_nothing(string type, int status, FailureKind kind)
    {
        var result = Answered(status, $$"""{"detail":[{"loc":["body"],"msg":"Words","type":"{{type}}"}]}""");

        Assert.Equal(kind, FalFailures.OfResult(result, saidToFail: false)?.Kind);
    }

    [Theory]
    [InlineData("request_timeout", 504, FailureKind.TimedOut)]
    [InlineData("startup_timeout", 504, FailureKind.TimedOut)]
    [InlineData("runner_scheduling_failure", 503, FailureKind.ProviderDown)]
    [InlineData("runner_connection_timeout", 503, FailureKind.ProviderDown)]
    [InlineData("runner_disconnected", 503, FailureKind.ProviderDown)]
    [InlineData("runner_connection_refused", 503, FailureKind.ProviderDown)]
    [InlineData("runner_connection_error", 503, FailureKind.ProviderDown)]
    [InlineData("runner_incomplete_response", 502, FailureKind.ProviderDown)]
    [InlineData("runner_server_error", 500, FailureKind.ProviderDown)]
    [InlineData("client_disconnected", 499, FailureKind.Unknown)]
    [InlineData("client_cancelled", 499, FailureKind.Unknown)]
    [InlineData("bad_request", 400, FailureKind.InvalidInput)]
    [InlineData("internal_error", 500, FailureKind.ProviderDown)]
    public void The_queue_says_it_flat_or_in_a_header(string type, int status, FailureKind kind)
    {
        var flat = Answered(status, $$"""{"detail":"Words","error_type":"{{type}}"}""");
        var header = Answered(status, "{}", type);

        Assert.Equal(kind, FalFailures.OfResult(flat, saidToFail: false)?.Kind);
        Assert.Equal(kind, FalFailures.OfResult(header, saidToFail: false)?.Kind);
    }

    [Theory]
    [InlineData(401, "No such key", FailureKind.AuthRejected)]
    [InlineData(403, "User is locked. Reason: Exhausted balance.", FailureKind.OutOfCredit)]
    [InlineData(403, "This key may not use the app", FailureKind.AuthRejected)]
    [InlineData(404, "Application not found", FailureKind.Retired)]
    [InlineData(413, "Too large", FailureKind.BadAsset)]
    [InlineData(422, "Wrong", FailureKind.InvalidInput)]
    [InlineData(429, "Too many", FailureKind.RateLimited)]
    public void The_door_says_it_by_status(int status, string words, FailureKind kind) =>
        Assert.Equal(kind, FalFailures.Of(Answered(status, $$"""{"detail":"{{words}}"}"""))?.Kind);

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    public void A_server_error_at_the_door_does_not_say_whether_it_was_taken(int status) =>
        Assert.Null(FalFailures.Of(Answered(status, """{"detail":"Oh","error_type":"internal_error"}""")));

    [Theory]
    [InlineData(400, """{"detail":"Request is still in progress"}""")]
    [InlineData(401, """{"detail":"No"}""")]
    [InlineData(404, """{"detail":"Request not found"}""")]
    [InlineData(429, """{"detail":"Slower"}""")]
    [InlineData(502, """{"detail":"Bad Gateway"}""")]
    public void A_result_that_could_not_be_read_says_nothing_of_the_request(int status, string body) =>
        Assert.Null(FalFailures.OfResult(Answered(status, body), saidToFail: false));

    [Fact]
    public void A_server_error_without_a_type_is_the_requests_own_when_its_status_says_that_it_failed() =>
        Assert.Equal(
            FailureKind.ProviderDown,
            FalFailures.OfResult(Answered(502, """{"detail":"Bad Gateway"}"""), saidToFail: true)?.Kind
        );

    [Theory]
    [InlineData(401, FailureKind.AuthRejected)]
    [InlineData(404, null)]
    [InlineData(429, null)]
    public void Only_a_key_or_a_locked_account_keeps_us_from_reading(int status, FailureKind? kind) =>
        Assert.Equal(kind, FalFailures.OfRead(Answered(status, """{"detail":"No"}""")));

    private static ProviderAnswer.Answered Answered(int status, string body, string? type = null)
    {
        var headers = new HttpResponseMessage().Headers;
        if (type is not null)
        {
            headers.Add("X-Fal-Error-Type", type);
        }

        return new ProviderAnswer.Answered(status, JsonDocument.Parse(body).RootElement, headers);
    }
}
