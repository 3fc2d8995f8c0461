using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Fal;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.Tests.VideoModels.Fal;

public sealed class FalDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Prompts_of_pika_are_those_in_the_files(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        Holds($"pika-{name}", FalDialect.Pika(shot, words), 500);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Prompts_of_wan_2_1_are_those_in_the_files(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        Holds($"wan-{name}", FalDialect.Wan(shot, words, 800), 800);
    }

    private static void Holds(string file, CompiledPrompt prompt, int most)
    {
        Golden.Equal($"VideoModels/Fal/Prompts/{file}.txt", PromptCases.Written(prompt));
        Assert.InRange(PromptText.CodePoints(prompt.Text), 1, most);
        Assert.InRange(PromptText.CodePoints(prompt.Negative!), 1, 500);
    }
}
