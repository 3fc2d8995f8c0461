using System.Globalization;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing.Variations;

/// <summary>Reads the print of a finished file.</summary>
internal sealed class FilmPrints(FfmpegRunner ffmpeg)
{
    private const int Bytes = FilmPrint.Width * FilmPrint.Height;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public async Task<FilmPrint> ReadAsync(string file, double seconds, CancellationToken ct)
    {
        using var pixels = new MemoryStream();
        // A little more often than asked: rounding must not lose the last moment.
        var rate = ((FilmPrint.Count + 1) / seconds).ToString("0.####", CultureInfo.InvariantCulture);
        await ffmpeg.ReadAsync(
            new FfmpegCommand()
                .File(file, "-threads", "1")
                .StandardOutput(
                    "-an",
                    "-vf",
                    $"fps={rate}:round=down,scale={FilmPrint.Width}:{FilmPrint.Height}:flags=area,format=gray",
                    "-frames:v",
                    FilmPrint.Count.ToString(CultureInfo.InvariantCulture),
                    "-f",
                    "rawvideo"
                ),
            Limit,
            (output, token) => output.CopyToAsync(pixels, token),
            ct
        );
        var all = pixels.ToArray();
        return all.Length == FilmPrint.Count * Bytes
            ? new FilmPrint([
                .. Enumerable.Range(0, FilmPrint.Count).Select(at => all[(at * Bytes)..((at + 1) * Bytes)]),
            ])
            : throw new InvalidDataException(
                $"{Path.GetFileName(file)} gave {all.Length / Bytes} of {FilmPrint.Count} pictures."
            );
    }
}
