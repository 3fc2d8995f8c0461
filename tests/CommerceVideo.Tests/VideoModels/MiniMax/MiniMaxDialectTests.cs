using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.MiniMax;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.Tests.VideoModels.MiniMax;

public sealed class MiniMaxDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    public static TheoryData<ShotMove> Moves => [.. Enum.GetValues<ShotMove>()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_for_hailuo_2_reads_as_its_file_says(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = MiniMaxDialect.WithTokens(shot, words);

        Assert.InRange(PromptText.CodePoints(prompt.Text), 1, 2000);
        Golden.Equal($"VideoModels/MiniMax/Prompts/hailuo-2.3/{name}.txt", PromptCases.Written(prompt));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_for_h3_reads_as_its_file_says(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = MiniMaxDialect.Prose(shot, words);

        Assert.InRange(PromptText.CodePoints(prompt.Text), 1, 7000);
        Golden.Equal($"VideoModels/MiniMax/Prompts/hailuo-h3/{name}.txt", PromptCases.Written(prompt));
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Every_move_has_one_camera_command_of_the_vendor_s(ShotMove move)
    {
        string[] known =
        [
            "[Truck left]",
            "[Truck right]",
            "[Pan left]",
            "[Pan right]",
            "[Push in]",
            "[Pull out]",
            "[Pedestal up]",
            "[Pedestal down]",
            "[Tilt up]",
            "[Tilt down]",
            "[Zoom in]",
            "[Zoom out]",
            "[Shake]",
            "[Tracking shot]",
            "[Static shot]",
        ];

        var (shot, words) = PromptCases.Of("knit");
        var text = MiniMaxDialect.WithTokens(shot with { Move = move }, words).Text;

        Assert.Single(known, token => text.Contains(token, StringComparison.Ordinal));
        Assert.Equal(1, text.Count(static one => one == '['));
    }
}
