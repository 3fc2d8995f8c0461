using System.Globalization;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Brands.Files;

/// <summary>
/// A brand's picture as it is kept: PNG, so that what is kept, exported and kept again stays the same bytes; and no larger
/// than a film can show.
/// </summary>
internal static class BrandPicture
{
    private const int LongestSide = 1920;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <returns>Its size, as <c>800x600</c>.</returns>
    public static async Task<string> WriteAsync(FfmpegRunner ffmpeg, Photo photo, string file, CancellationToken ct)
    {
        var (width, height) = SizeOf(photo);
        await ffmpeg.WriteAsync(
            Command(photo, width, height, file),
            Limit,
            async (input, token) => await input.WriteAsync(photo.Rgba, token),
            ct
        );
        return Size(width, height);
    }

    internal static FfmpegCommand Command(Photo photo, int width, int height, string file) =>
        new FfmpegCommand()
            .StandardInput("-f", "rawvideo", "-pixel_format", "rgba", "-video_size", Size(photo.Width, photo.Height))
            .With("-frames:v", "1")
            .With(
                "-vf",
                (photo.Width, photo.Height) == (width, height)
                    ? "null"
                    : $"scale={width}:{height}:flags=lanczos+accurate_rnd"
            )
            .With("-c:v", "png", "-pix_fmt", "rgba", "-flags:v", "+bitexact", "-fflags", "+bitexact")
            .Output(file, "-f", "image2", "-update", "1");

    internal static (int Width, int Height) SizeOf(Photo photo)
    {
        var scale = Math.Min(1, (double)LongestSide / Math.Max(photo.Width, photo.Height));
        return (Math.Max(1, (int)Math.Round(photo.Width * scale)), Math.Max(1, (int)Math.Round(photo.Height * scale)));
    }

    private static string Size(int width, int height) =>
        string.Create(CultureInfo.InvariantCulture, $"{width}x{height}");
}
