using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Kling;

namespace CommerceVideo.Tests.VideoModels.Kling;

public sealed class KlingDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_reads_as_its_file_says(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = KlingDialect.Compile(shot, words, negativeField: false);

        Assert.InRange(prompt.Text.Length, 1, 2500);
        Golden.Equal($"VideoModels/Kling/Prompts/{name}.txt", PromptCases.Written(prompt));
    }

    [Fact]
    public void The_legacy_standard_takes_what_must_not_be_seen_in_a_field_of_its_own()
    {
        var (shot, words) = PromptCases.Of("knit");

        var prompt = KlingDialect.Compile(shot, words, negativeField: true);

        Golden.Equal("VideoModels/Kling/Prompts/knit-legacy.txt", PromptCases.Written(prompt));
    }
}
