using System.Text;
using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.Tests.VideoModels.Calls;

public sealed class InlineFileTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 200_001).Select(static at => (byte)(at * 31 % 251))];

    [Fact]
    public async Task A_file_in_an_answer_is_parted_from_it_and_the_rest_stays_json()
    {
        var json =
            $$"""{"name":"a \"bytes\" \\","bytes2":"x","done":true,"videos":[{"bytes" : "{{Convert.ToBase64String(Bytes)}}","mimeType":"video/mp4"}]}""";

        var (rest, file) = await SplitAsync(json);

        Assert.Equal(Bytes, file);
        Assert.Equal("a \"bytes\" \\", rest.Text("name"));
        Assert.Equal("", rest.Items("videos").Single().Text("bytes"));
        Assert.Equal("video/mp4", rest.Items("videos").Single().Text("mimeType"));
    }

    [Fact]
    public async Task Escapes_that_serializers_write_into_base64_are_read()
    {
        byte[] bytes = [0xff, 0xfe, 0xff, 0xfb, 0xef, 0xbe, 0x01];
        var text = Convert.ToBase64String(bytes).Replace("/", "\\/").Replace("+", "\\u002b").Replace("=", "\\u003d");

        var (_, file) = await SplitAsync($$"""{"bytes":"{{text[..4]}}\n{{text[4..]}}"}""");

        Assert.Equal(bytes, file);
    }

    [Fact]
    public async Task An_answer_without_a_file_is_read_as_it_is()
    {
        var (rest, file) = await SplitAsync("""{"error":{"code":3,"message":"bytes: \"no\""},"bytes":null}""");

        Assert.Empty(file);
        Assert.Equal("3", rest.Text("error", "code"));
        Assert.Equal("bytes: \"no\"", rest.Text("error", "message"));
    }

    [Theory]
    [InlineData("""{"bytes":"AAA"}""")]
    [InlineData("""{"bytes":"A*AA"}""")]
    public async Task What_is_no_base64_is_no_answer(string json) =>
        await Assert.ThrowsAsync<IOException>(() => SplitAsync(json));

    [Fact]
    public async Task A_file_over_the_limit_is_no_answer() =>
        await Assert.ThrowsAsync<IOException>(() =>
            SplitAsync($$"""{"bytes":"{{Convert.ToBase64String(Bytes)}}"}""", most: 1000)
        );

    private static async Task<(JsonElement Json, byte[] File)> SplitAsync(string json, long most = 1_000_000)
    {
        using var answer = new MemoryStream(Encoding.UTF8.GetBytes(json));
        using var file = new MemoryStream();
        var rest = await new InlineFile("bytes").SplitAsync(answer, file, most, default);
        return (JsonDocument.Parse(rest).RootElement, file.ToArray());
    }
}
