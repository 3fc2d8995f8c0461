using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Runway;

namespace CommerceVideo.Tests.VideoModels.Runway;

public sealed class RunwayDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_reads_as_its_file_says(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = RunwayDialect.Compile(shot, words);

        Assert.InRange(prompt.Text.Length, 1, 1000);
        Golden.Equal($"VideoModels/Runway/Prompts/{name}.txt", PromptCases.Written(prompt));
    }
}
