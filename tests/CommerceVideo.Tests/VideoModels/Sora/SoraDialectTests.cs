using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Sora;

namespace CommerceVideo.Tests.VideoModels.Sora;

public sealed class SoraDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_reads_as_its_file_says(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = SoraDialect.Compile(shot, words);

        Assert.InRange(prompt.Text.EnumerateRunes().Count(), 1, 32000);
        Golden.Equal($"VideoModels/Sora/Prompts/{name}.txt", PromptCases.Written(prompt));
    }
}
