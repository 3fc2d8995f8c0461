using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Prompts;
using CommerceVideo.VideoModels.Seedance;

namespace CommerceVideo.Tests.VideoModels.Seedance;

public sealed class SeedanceDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Prompts_are_those_in_the_files(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = SeedanceDialect.Compile(shot, words);

        Golden.Equal($"VideoModels/Seedance/Prompts/{name}.txt", PromptCases.Written(prompt));
        Assert.InRange(PromptText.CodePoints(prompt.Text), 1, 3500);
        Assert.Null(prompt.Negative);
    }
}
