using System.Text;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.Tests.VideoModels.Calls;

public sealed class SubmissionTests
{
    [Theory]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":"  "}""")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":{"of":"another"}}""")]
    [InlineData("""[]""")]
    [InlineData("""<html>busy</html>""")]
    [InlineData("")]
    public void A_yes_without_a_reference_that_can_be_asked_for_is_unclear(string body) =>
        Assert.IsType<SubmitOutcome.Unclear>(Of(body));

    [Fact]
    public void A_yes_with_one_is_taken() =>
        Assert.Equal("7", Assert.IsType<SubmitOutcome.Accepted>(Of("""{"id":7}""")).Ticket);

    private static SubmitOutcome Of(string body)
    {
        using var response = new HttpResponseMessage();
        return Submission.Of(
            new ProviderAnswer.Answered(200, JsonReading.Parse(Encoding.UTF8.GetBytes(body)), response.Headers),
            static answer => answer.Body.Text("id"),
            static _ => null
        );
    }
}
