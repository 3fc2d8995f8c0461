using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Sora;

namespace CommerceVideo.Tests.VideoModels.Sora;

public sealed class SoraSearchTests : IDisposable
{
    private const int Last = 4;

    private static readonly DateTimeOffset SentAt = new(2026, 9, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly AdapterGround _ground = new(new Dictionary<string, string?>());

    [Theory]
    [InlineData(-4, true)]
    [InlineData(0, true)]
    [InlineData(179, true)]
    [InlineData(-6, false)]
    [InlineData(181, false)]
    public async Task Only_a_video_made_when_it_was_sent_can_be_it(int seconds, bool found)
    {
        var lost = await LostAsync();

        var outcome = SoraSearch.Of(lost, [Listed(lost, "video_1", seconds)], Last);

        Assert.Equal(found, outcome is RecoverOutcome.Found { Ticket: "video_1" });
    }

    [Fact]
    public async Task A_video_of_the_models_dated_name_is_it_and_one_of_its_larger_sister_is_not()
    {
        var lost = await LostAsync();
        var dated = Listed(lost, "dated", 1, model: "sora-2-2025-12-08");
        var sister = Listed(lost, "sister", 1, model: "sora-2-pro");

        Assert.Equal(new RecoverOutcome.Found("dated"), SoraSearch.Of(lost, [sister, dated], 0));
    }

    [Fact]
    public async Task A_video_of_other_words_or_length_is_another_one()
    {
        var lost = await LostAsync();
        var one = Listed(lost, "video_1", 1);
        SoraVideo[] others =
        [
            one with
            {
                Mark = one.Mark with { Prompt = "something else" },
            },
            one with
            {
                Mark = one.Mark with { Seconds = "12" },
            },
        ];

        Assert.IsType<RecoverOutcome.AskAgain>(SoraSearch.Of(lost, others, 0));
        Assert.IsType<RecoverOutcome.Unknowable>(SoraSearch.Of(lost, others, Last));
    }

    public void Dispose() => _ground.Dispose();

    private async Task<LostGeneration> LostAsync() =>
        new(
            await _ground.RequestAsync(
                "sora-2",
                new Shot("open", ShotStart.Picture, ShotMove.PushIn, 4, new(9, 16), Loop: false, "Come closer."),
                "key"
            ),
            SentAt
        );

    private static SoraVideo Listed(LostGeneration lost, string id, int seconds, string model = "sora-2") =>
        new(
            id,
            SoraVideo.Queued,
            SoraMark.Of(lost.Request) with
            {
                Model = model,
            },
            SentAt.AddSeconds(seconds),
            Error: null
        );
}
