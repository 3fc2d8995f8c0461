using System.Diagnostics;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Bench.Masks;

/// <summary>
/// How well the product mask agrees with products outlined by hand (intersection over union) and with drawn ones whose mask
/// is known, and what a mask costs.
/// </summary>
public static class MaskFigures
{
    private const int Runs = 5;

    /// <param name="samplesFolder">The folder that holds <c>photos</c>; null where there are no samples.</param>
    public static async Task<IReadOnlyList<(string Name, double? Value, string? Why)>> RunAsync(
        string? samplesFolder,
        CancellationToken ct
    )
    {
        var figures = new List<(string Name, double? Value, string? Why)>();
        figures.AddRange(Drawn());
        var scores = new List<(string Ground, double Hinted, double Unhinted)>();
        double? seconds = null;
        foreach (var (file, label) in MaskLabel.All())
        {
            var photo = await ReadAsync(samplesFolder, file, ct);
            if (photo is null)
            {
                figures.Add(($"mask.iou.{file}", null, "the sample photo is not here"));
                continue;
            }

            var truth = label.Draw(photo.Width, photo.Height);
            var hinted = MaskLabel.Iou(PhotoStudies.Study(photo, file, label.Type).Mask.Alpha, truth);
            var unhinted = MaskLabel.Iou(PhotoStudies.Study(photo, file).Mask.Alpha, truth);
            scores.Add((label.Ground, hinted, unhinted));
            figures.Add(($"mask.iou.{file}", hinted, null));
            seconds ??= label.Ground == "person" ? CpuSeconds(photo, label.Type) : null;
        }

        foreach (var ground in new[] { "plain", "person", "scene" })
        {
            var of = scores.Where(score => score.Ground == ground).ToArray();
            var why = of.Length == 0 ? "no sample photo is here" : null;
            figures.Add(($"mask.iou.{ground}.mean", of.Length == 0 ? null : of.Average(score => score.Hinted), why));
            figures.Add(
                ($"mask.iou.{ground}.unhinted", of.Length == 0 ? null : of.Average(score => score.Unhinted), why)
            );
        }

        figures.Add(("mask.cpu.seconds", seconds, seconds is null ? "no sample photo is here" : null));
        return figures;
    }

    private static IEnumerable<(string Name, double? Value, string? Why)> Drawn()
    {
        var scores = new List<double>();
        foreach (var drawn in DrawnProduct.All())
        {
            var iou = MaskLabel.Iou(PhotoStudies.Study(drawn.Photo, drawn.Name).Mask.Alpha, drawn.Truth);
            scores.Add(iou);
            yield return ($"mask.iou.drawn.{drawn.Name}", iou, null);
        }

        yield return ("mask.iou.drawn.mean", scores.Average(), null);
    }

    private static async Task<Photo?> ReadAsync(string? samplesFolder, string file, CancellationToken ct)
    {
        var path = Path.Combine(samplesFolder ?? "", "photos", file);
        if (samplesFolder is null || !File.Exists(path))
        {
            return null;
        }

        var reading = await new PhotoReader(new FfmpegRunner()).ReadAsync(path, ct);
        return (reading as PhotoReading.Accepted)?.Photo;
    }

    /// <summary>Median processor time of a study of one photo, this process only.</summary>
    private static double CpuSeconds(Photo photo, string type)
    {
        using var process = Process.GetCurrentProcess();
        var runs = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            PhotoStudies.Study(photo, "timing", type);
            process.Refresh();
            runs[run] = (process.TotalProcessorTime - before).TotalSeconds;
        }

        return runs.Order().ElementAt(Runs / 2);
    }
}
