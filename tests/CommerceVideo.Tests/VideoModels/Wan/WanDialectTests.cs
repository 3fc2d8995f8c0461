using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Prompts;
using CommerceVideo.VideoModels.Wan;

namespace CommerceVideo.Tests.VideoModels.Wan;

public sealed class WanDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Prompts_of_wan_2_1_are_those_in_the_files(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = WanDialect.Compile(shot, words, most: 800, negativeField: true);

        Golden.Equal($"VideoModels/Wan/Prompts/{name}.txt", PromptCases.Written(prompt));
        Assert.InRange(PromptText.CodePoints(prompt.Text), 1, 800);
        Assert.InRange(PromptText.CodePoints(prompt.Negative!), 1, 500);
    }

    [Fact]
    public void Wan_3_0_is_told_in_the_prompt_what_must_not_be_seen()
    {
        var (shot, words) = PromptCases.Of("knit");

        var prompt = WanDialect.Compile(shot, words, most: 20000, negativeField: false);

        Golden.Equal("VideoModels/Wan/Prompts/knit-3.0.txt", PromptCases.Written(prompt));
        Assert.Null(prompt.Negative);
    }
}
