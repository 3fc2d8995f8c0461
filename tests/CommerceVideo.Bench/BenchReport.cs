using System.Text.Json;

namespace CommerceVideo.Bench;

/// <summary>The figures as JSON, in the form the commands promise.</summary>
internal static class BenchReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The checkout the bench was built from.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Real photographs beside the checkout, where there are some.</summary>
    public static string? SamplesFolder { get; } =
        new[]
        {
            Environment.GetEnvironmentVariable("COMMERCEVIDEO_SAMPLES"),
            Path.Combine(Root, "..", "shared", "samples"),
        }
            .OfType<string>()
            .FirstOrDefault(Directory.Exists);

    public static async Task WriteAsync(IReadOnlyList<Figure> figures, string? file, CancellationToken ct)
    {
        if (file is null)
        {
            return;
        }

        var text = JsonSerializer.Serialize(
            new
            {
                Schema = 1,
                Machine = new { Cores = Environment.ProcessorCount, Cpu = Processor() },
                Figures = figures,
            },
            Json
        );
        await (file == "-" ? Console.Out.WriteLineAsync(text) : File.WriteAllTextAsync(file, text, ct));
    }

    private static string Find(DirectoryInfo? at) =>
        at is null ? throw new InvalidOperationException("No CommerceVideo.sln above the bench.")
        : File.Exists(Path.Combine(at.FullName, "CommerceVideo.sln")) ? at.FullName
        : Find(at.Parent);

    private static string Processor()
    {
        const string Key = "model name";
        return
            File.Exists("/proc/cpuinfo")
            && File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(static line => line.StartsWith(Key, StringComparison.Ordinal))
                is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : "unknown";
    }
}
