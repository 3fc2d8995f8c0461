using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing.Variations;

/// <summary>Reads the print of a finished file.</summary>
internal sealed class FilmPrints(FfmpegRunner ffmpeg)
{
    private const int Bytes = LookedPicture.Width * LookedPicture.Height * 3;

    /// <summary>Words that come later are no part of an opening.</summary>
    private const double OpeningSeconds = 1;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="words">What was laid over it.</param>
    public async Task<FilmPrint> ReadAsync(
        string file,
        FrameSize size,
        IEnumerable<Overlay> words,
        CancellationToken ct
    )
    {
        var looks = new List<LookedPicture>();
        await ffmpeg.ReadAsync(
            new FfmpegCommand()
                .File(file, "-threads", "1")
                .StandardOutput(
                    "-an",
                    "-vf",
                    $"fps={FilmPrint.PerSecond},scale={LookedPicture.Width}:{LookedPicture.Height}:flags=area,format=yuv444p",
                    "-f",
                    "rawvideo"
                ),
            Limit,
            async (output, token) =>
            {
                for (var more = true; more; )
                {
                    var pixels = new byte[Bytes];
                    more = await output.ReadAtLeastAsync(pixels, Bytes, throwOnEndOfStream: false, token) == Bytes;
                    if (more)
                    {
                        looks.Add(new LookedPicture(pixels));
                    }
                }
            },
            ct
        );
        return looks.Count > 0
            ? new FilmPrint(
                looks,
                [.. words.Where(static one => one.From < OpeningSeconds).Select(one => Share(one.Box, size))]
            )
            : throw new InvalidDataException($"{Path.GetFileName(file)} shows nothing.");
    }

    private static FrameShare Share(PixelBox box, FrameSize size) =>
        new(
            (double)box.X / size.Width,
            (double)box.Y / size.Height,
            (double)box.Width / size.Width,
            (double)box.Height / size.Height
        );
}
