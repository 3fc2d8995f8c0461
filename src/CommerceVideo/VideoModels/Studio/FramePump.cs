using System.Buffers;
using CommerceVideo.VideoModels.Studio.Frames;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>Draws one frame while the one before goes down the pipe: two buffers, however long the Clip.</summary>
internal static class FramePump
{
    public static async Task RunAsync(
        IFrameSource frames,
        Stream output,
        IProgress<double>? progress,
        CancellationToken ct
    )
    {
        PipeCapacity.Widen(output);
        var size = frames.Shape.Bytes;
        var buffers = new[] { ArrayPool<byte>.Shared.Rent(size), ArrayPool<byte>.Shared.Rent(size) };
        var writing = Task.CompletedTask;
        try
        {
            for (var index = 0; index < frames.Count; index++)
            {
                ct.ThrowIfCancellationRequested();
                var buffer = buffers[index % 2];
                frames.Draw(index, buffer.AsSpan(0, size));
                await writing;
                writing = Task.Run(() => output.WriteAsync(buffer.AsMemory(0, size), ct).AsTask(), ct);
                progress?.Report((index + 1.0) / frames.Count);
            }

            await writing;
        }
        finally
        {
            // A buffer goes back only when nobody reads it any more.
            await writing.ContinueWith(
                static _ => { },
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default
            );
            Array.ForEach(buffers, buffer => ArrayPool<byte>.Shared.Return(buffer));
        }
    }
}
