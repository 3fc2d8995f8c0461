using System.IO.Pipes;
using CommerceVideo.VideoModels.Studio;
using CommerceVideo.VideoModels.Studio.Frames;

namespace CommerceVideo.Tests.VideoModels.Studio;

public sealed class FramePumpTests
{
    [Theory]
    [InlineData(1080, 1920, 6)]
    [InlineData(540, 960, 40)]
    [InlineData(64, 64, 900)]
    [InlineData(1080, 1920, 1)]
    public async Task A_slow_reader_gets_every_frame_as_it_was_drawn(int width, int height, int count)
    {
        using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        using var reader = new AnonymousPipeClientStream(PipeDirection.In, writer.ClientSafePipeHandle);
        var frames = new NumberedFrames(new FrameShape(width, height), count);

        var reading = Task.Run(() => Wrong(reader, frames));
        await FramePump.RunAsync(frames, writer, null, CancellationToken.None);
        writer.Dispose();

        Assert.Equal(-1, await reading);
    }

    [Fact]
    public async Task A_stream_that_is_no_pipe_gets_the_same_frames()
    {
        using var stream = new MemoryStream();
        var frames = new NumberedFrames(new FrameShape(32, 32), 9);

        await FramePump.RunAsync(frames, stream, null, CancellationToken.None);

        stream.Position = 0;
        Assert.Equal(-1, Wrong(stream, frames));
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_an_error_and_no_hang()
    {
        using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        var reader = new AnonymousPipeClientStream(PipeDirection.In, writer.ClientSafePipeHandle);
        var frames = new NumberedFrames(new FrameShape(1080, 1920), 5);

        var pumping = FramePump.RunAsync(frames, writer, null, CancellationToken.None);
        Assert.NotEqual(-1, reader.ReadByte());
        reader.Dispose();

        await Assert.ThrowsAsync<IOException>(() => pumping);
    }

    /// <summary>The first frame that is not what was drawn, or the count where too few or too many came; -1 for none.</summary>
    private static int Wrong(Stream reader, NumberedFrames frames)
    {
        var (seen, wanted) = (new byte[frames.Shape.Bytes], new byte[frames.Shape.Bytes]);
        for (var index = 0; index < frames.Count; index++)
        {
            frames.Draw(index, wanted);
            if (
                reader.ReadAtLeast(seen, seen.Length, throwOnEndOfStream: false) < seen.Length
                || !seen.AsSpan().SequenceEqual(wanted)
            )
            {
                return index;
            }
        }

        return reader.ReadByte() < 0 ? -1 : frames.Count;
    }

    private sealed class NumberedFrames(FrameShape shape, int count) : IFrameSource
    {
        public int Count => count;

        public FrameShape Shape => shape;

        public void Draw(int index, Span<byte> frame) => frame.Fill((byte)((index * 37) + 11));
    }
}
