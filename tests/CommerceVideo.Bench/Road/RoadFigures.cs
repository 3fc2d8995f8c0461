using System.Diagnostics;
using System.Text.Json;
using CommerceVideo.Bench.Intake;
using CommerceVideo.Rendering;

namespace CommerceVideo.Bench.Road;

/// <summary>How long a merchant waits: from a photo to all its files, and from the shop's webhook to the video on the page.</summary>
internal static class RoadFigures
{
    private const int Runs = 3;

    private const string Why = "reported only: absolute times say as much of the machine as of us";

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("commerce-video-road-");
        try
        {
            var photo = await PhotoAsync(folder.FullName, ct);
            var files = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                files.Add(await FilesAsync(photo, Path.Combine(folder.FullName, $"files-{run}"), ct));
            }

            return
            [
                new Figure("road.photo_to_files", Figure.Median(files), "s", null, files, Why: Why),
                await ReadyAsync(photo, folder.FullName, ct),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> FilesAsync(string photo, string folder, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var exit = await RenderCommand.RunAsync(
            ["--photo", photo, "--out", folder, "--json", Path.Combine(folder, "..", "r.json")],
            ct
        );
        return exit == 0
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"render ended with {exit}.");
    }

    private static async Task<Figure> ReadyAsync(string photo, string folder, CancellationToken ct)
    {
        const string Name = "road.webhook_to_ready";
        var json = Path.Combine(folder, "headless.json");
        using var start = Process.Start(
            new ProcessStartInfo(
                Path.Combine(BenchReport.Root, "start"),
                [
                    "--headless",
                    "--photo",
                    photo,
                    "--purposes",
                    "page",
                    "--out",
                    Path.Combine(folder, "out"),
                    "--json",
                    json,
                ]
            )
            {
                WorkingDirectory = BenchReport.Root,
            }
        )!;
        await start.WaitForExitAsync(ct);
        if (start.ExitCode != 0)
        {
            return Figure.Missing(Name, "s", $"./start --headless ended with {start.ExitCode}");
        }

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(json, ct));
        var product = report.RootElement.GetProperty("products")[0];
        return product.TryGetProperty("secondsToReady", out var seconds) && seconds.TryGetDouble(out var value)
            ? new Figure(Name, value, "s", null, [value], Why: Why)
            : Figure.Missing(Name, "s", "the run did not tell when the video was ready");
    }

    private static async Task<string> PhotoAsync(string folder, CancellationToken ct)
    {
        if (BenchReport.SamplesFolder is { } samples)
        {
            return Path.GetFullPath(Path.Combine(samples, "photos", "09-sneaker-black-white-bg.jpg"));
        }

        var drawn = Path.Combine(folder, "drawn.png");
        await Child.RunAsync(
            new ProcessStartInfo(
                "ffmpeg",
                [
                    "-v",
                    "error",
                    "-f",
                    "lavfi",
                    "-i",
                    "color=c=0xeeeeee:s=1200x1600,drawbox=x=350:y=450:w=500:h=700:color=0x8a2f2f:t=fill",
                    "-frames:v",
                    "1",
                    drawn,
                ]
            ),
            ct
        );
        return drawn;
    }
}
