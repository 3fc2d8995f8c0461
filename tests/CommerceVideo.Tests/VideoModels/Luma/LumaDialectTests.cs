using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Luma;

namespace CommerceVideo.Tests.VideoModels.Luma;

public sealed class LumaDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_is_said_as_its_file_holds_it(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = LumaDialect.Compile(shot, words);

        Assert.True(prompt.Text.EnumerateRunes().Count() <= 5000);
        Golden.Equal($"VideoModels/Luma/Prompts/{name}.txt", PromptCases.Written(prompt));
    }
}
