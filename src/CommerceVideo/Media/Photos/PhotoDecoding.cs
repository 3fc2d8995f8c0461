using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Media.Photos;

/// <summary>The ffmpeg run that decodes one picture to raw pixels on its standard output.</summary>
internal static class PhotoDecoding
{
    // Full chroma and exact rounding: the usual fast path doubles chroma samples into blocks on a garment's edges.
    private const string Colours = "scale=flags=bicubic+accurate_rnd+full_chroma_int,format=rgba";

    public static FfmpegCommand Command(string file, PhotoHeader header)
    {
        // Turned here and not by ffmpeg, which turns JPEGs only and by what its version reads of EXIF.
        string[] strict = ["-noautorotate", "-xerror", "-err_detect", "crccheck+explode", "-threads", "1"];
        string[] decoder = header.Format switch
        {
            PhotoFormat.Gif => ["-f", "gif"],
            PhotoFormat.Png => ["-f", "image2", "-pattern_type", "none", "-c:v", "png"],
            PhotoFormat.Webp => ["-f", "image2", "-pattern_type", "none", "-c:v", "webp"],
            _ => ["-f", "image2", "-pattern_type", "none", "-c:v", "mjpeg"],
        };
        string[] pixels = header.Inks == PhotoInks.PlainInks ? ["-pix_fmt", "yuva444p"] : ["-vf", Colours];
        return new FfmpegCommand()
            .File(file, [.. strict, .. decoder])
            .With("-map", "0:v:0", "-frames:v", "1")
            .With(pixels)
            .StandardOutput("-f", "rawvideo");
    }
}
