using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.ComfyUi;

namespace CommerceVideo.Tests.VideoModels.ComfyUi;

public sealed class ComfyUiDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_is_said_as_its_file_holds_it(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = ComfyUiDialect.Compile(shot, words);

        Assert.InRange(prompt.Text.EnumerateRunes().Count(), 1, 800);
        Assert.InRange(prompt.Negative!.EnumerateRunes().Count(), 1, 500);
        Golden.Equal($"VideoModels/ComfyUi/Prompts/{name}.txt", PromptCases.Written(prompt));
    }
}
