using System.Text;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.MiniMax;

namespace CommerceVideo.Tests.VideoModels.MiniMax;

public sealed class MiniMaxCallbackTests
{
    [Theory]
    [InlineData("""{"challenge":"4f9c"}""")]
    [InlineData("""{"challenge":"a \"quoted\" \u00e9"}""")]
    [InlineData("""{"challenge":17}""")]
    public void A_challenge_is_given_back_unchanged(string body) =>
        Assert.Equal(body, Assert.IsType<CallbackOutcome.Asked>(Read(body)).Json);

    [Theory]
    [InlineData("""{"task":{"id":"424010985738629","status":"succeeded"}}""", "424010985738629")]
    [InlineData("""{"task_id":"106916112212032","status":"success","file_id":"1"}""", "106916112212032")]
    [InlineData("""{"status":"processing"}""", null)]
    public void News_of_a_task_tells_its_name_which_repairs_a_lost_answer(string body, string? ticket) =>
        Assert.Equal(ticket, Assert.IsType<CallbackOutcome.Heard>(Read(body)).Ticket);

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    public void What_is_no_json_is_none_of_minimax_s(string body) => Assert.IsType<CallbackOutcome.Forged>(Read(body));

    private static CallbackOutcome Read(string body) => MiniMaxCallback.Read(Encoding.UTF8.GetBytes(body));
}
