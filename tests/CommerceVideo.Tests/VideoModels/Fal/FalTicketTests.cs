using System.Text.Json;
using CommerceVideo.VideoModels.Fal;

namespace CommerceVideo.Tests.VideoModels.Fal;

public sealed class FalTicketTests
{
    private const string Endpoint = "fal-ai/wan/v2.7/image-to-video";

    private const string Id = "764cabcf-b745-4b3e-ae38-1200304cf45b";

    private static readonly Uri Queue = new("https://queue.fal.run/");

    private static readonly FalTicket Built = new(
        new Uri($"https://queue.fal.run/fal-ai/wan/requests/{Id}/status"),
        new Uri($"https://queue.fal.run/fal-ai/wan/requests/{Id}"),
        new Uri($"https://queue.fal.run/fal-ai/wan/requests/{Id}/cancel")
    );

    [Fact]
    public void The_addresses_of_the_answer_are_kept_as_they_came()
    {
        var ticket = FalTicket.Of(Answer("https://queue.fal.run/another/place"))!;

        Assert.Equal(
            new FalTicket(
                new Uri("https://queue.fal.run/another/place/status"),
                new Uri("https://queue.fal.run/another/place/result"),
                new Uri("https://queue.fal.run/another/place/cancel")
            ),
            FalTicket.Read(ticket, Endpoint, Queue)
        );
    }

    [Theory]
    [InlineData("https://queue.fal.run.example.com/x")]
    [InlineData("https://example.com/x")]
    [InlineData("http://queue.fal.run/x")]
    [InlineData("https://queue.fal.run:8443/x")]
    [InlineData("https://queue.fal.run@example.com/x")]
    [InlineData("https://somebody@queue.fal.run/x")]
    [InlineData("/x")]
    public void An_address_that_leaves_the_queue_is_never_asked_with_the_key(string place) =>
        Assert.Equal(Built, FalTicket.Read(FalTicket.Of(Answer(place))!, Endpoint, Queue));

    [Fact]
    public void A_call_back_names_the_request_and_the_addresses_hold_no_more_than_owner_and_app()
    {
        var ticket = FalTicket.OfCallback(Json($$"""{"request_id":"{{Id}}","status":"OK"}"""))!;

        Assert.Equal(Built, FalTicket.Read(ticket, Endpoint, Queue));
        Assert.Equal(
            new Uri($"https://queue.fal.run/fal-ai/wan-i2v/requests/{Id}"),
            FalTicket.Read(ticket, "fal-ai/wan-i2v", Queue).Result
        );
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"request_id":""}""")]
    [InlineData("""{"request_id":"../../storage"}""")]
    [InlineData("""{"request_id":"a?b=c"}""")]
    [InlineData("""{"request_id":{"a":1}}""")]
    public void What_names_no_request_is_no_ticket(string answer)
    {
        Assert.Null(FalTicket.Of(Json(answer)));
        Assert.Null(FalTicket.OfCallback(Json(answer)));
    }

    private static JsonElement Answer(string place) =>
        Json(
            $$"""{"request_id":"{{Id}}","status_url":"{{place}}/status","response_url":"{{place}}/result","cancel_url":"{{place}}/cancel"}"""
        );

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
