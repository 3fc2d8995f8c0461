using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels.Vertex;

namespace CommerceVideo.Tests.VideoModels.Vertex;

public sealed class VertexDialectTests
{
    public static TheoryData<string> Cases => PromptCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shot_reads_as_its_file_says(string name)
    {
        var (shot, words) = PromptCases.Of(name);

        var prompt = VertexDialect.Compile(shot, words);

        Assert.InRange(VertexDialect.Tokens(prompt.Text), 1, 1024);
        Golden.Equal($"VideoModels/Vertex/Prompts/{name}.txt", PromptCases.Written(prompt));
    }

    [Theory]
    [InlineData("knit", 2)]
    [InlineData("ニット", 3)]
    [InlineData("👗", 1)]
    public void Signs_of_other_scripts_count_for_more_than_latin_letters(string text, int tokens) =>
        Assert.Equal(tokens, VertexDialect.Tokens(text));
}
