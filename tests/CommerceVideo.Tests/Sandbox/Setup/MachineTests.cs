using CommerceVideo.Sandbox.Setup;

namespace CommerceVideo.Tests.Sandbox.Setup;

public sealed class MachineTests
{
    [Fact]
    public void What_is_lacking_is_named_in_one_line_with_the_command_that_installs_it()
    {
        var lacking = new Need[]
        {
            new("ffmpeg", "ffmpeg", () => false),
            new("a font", "fonts-liberation", () => false),
        };

        var advice = Machine.Advice(lacking);

        Assert.StartsWith("This machine lacks ffmpeg and a font: ", advice, StringComparison.Ordinal);
        Assert.EndsWith("ffmpeg fonts-liberation", advice, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', advice);
    }

    [Fact]
    public void A_part_ffmpeg_was_not_built_with_is_named()
    {
        const string list = """
            Encoders:
             V..... = Video
             V....D libx264              libx264 H.264 (codec h264)
             A....D aac                  AAC (Advanced Audio Coding)
            """;

        Assert.Equal(["png"], FfmpegParts.Lacking(list, ["libx264", "aac", "png"]));
    }
}
