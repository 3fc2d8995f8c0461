using CommerceVideo.VideoModels.Studio.Frames;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>Draws one frame while the one before goes down the pipe: a few buffers, however long the Clip.</summary>
internal static class FramePump
{
    public static async Task RunAsync(
        IFrameSource frames,
        Stream output,
        IProgress<double>? progress,
        CancellationToken ct
    )
    {
        var pipe = new FramePipe(output);
        var buffers = BuffersFor(frames.Shape.Bytes, pipe.Capacity);
        var writing = Task.CompletedTask;
        try
        {
            for (var index = 0; index < frames.Count; index++)
            {
                ct.ThrowIfCancellationRequested();
                var buffer = buffers[index % buffers.Length];
                frames.Draw(index, buffer.GetSpan());
                await writing;
                writing = index > LastLent(frames, pipe) ? pipe.CopyAsync(buffer, ct) : pipe.LendAsync(buffer, ct);
                progress?.Report((index + 1.0) / frames.Count);
            }

            await writing;
        }
        finally
        {
            // A buffer goes only when nobody reads it any more. After a failure ffmpeg may, but what it makes is thrown away.
            await writing.ContinueWith(
                static _ => { },
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default
            );
            Array.ForEach(buffers, static buffer => ((IDisposable)buffer).Dispose());
        }
    }

    /// <summary>One to draw, one under way, and those that may still lie in the pipe.</summary>
    private static FrameBuffer[] BuffersFor(int bytes, int capacity) =>
        [.. Enumerable.Range(0, 2 + Covering(capacity, bytes)).Select(_ => new FrameBuffer(bytes))];

    /// <summary>After it, as many frames are copied as the pipe holds, so that at the end nothing lent is unread.</summary>
    private static int LastLent(IFrameSource frames, FramePipe pipe) =>
        frames.Count - 1 - Covering(pipe.Capacity, frames.Shape.Bytes);

    private static int Covering(int capacity, int bytes) => (capacity + bytes - 1) / bytes;
}
