using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing.Words;

/// <summary>A logo as pixels of the size it is shown in.</summary>
internal static class LogoPicture
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>RGBA of the room's size, the logo as large as it holds whole, at its reading edge.</summary>
    public static async Task<byte[]> ReadAsync(
        FfmpegRunner ffmpeg,
        string file,
        PixelBox room,
        bool fromRight,
        CancellationToken ct
    )
    {
        var pixels = new byte[room.Width * room.Height * 4];
        await ffmpeg.ReadAsync(
            Command(file, room, fromRight),
            Limit,
            async (output, token) => await output.ReadExactlyAsync(pixels, token),
            ct
        );
        return pixels;
    }

    internal static FfmpegCommand Command(string file, PixelBox room, bool fromRight) =>
        new FfmpegCommand()
            .File(file)
            .With("-frames:v", "1", "-vf")
            .With(
                $"format=rgba,scale={room.Width}:{room.Height}:force_original_aspect_ratio=decrease:flags=area,"
                    + $"pad={room.Width}:{room.Height}:{(fromRight ? "ow-iw" : "0")}:(oh-ih)/2:color=black@0"
            )
            .StandardOutput("-f", "rawvideo", "-pix_fmt", "rgba");
}
