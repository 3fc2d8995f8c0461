using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Google;

namespace CommerceVideo.Tests.VideoModels.Google;

public sealed class GoogleDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_reads_as_its_file_says(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = GoogleDialect.Compile(shot, words, hasLast: shot.Loop);

        Assert.InRange(prompt.Text.Length, 1, 4000);
        Golden.Equal($"VideoModels/Google/Prompts/{name}.txt", PromptCases.Written(prompt));
    }
}
