using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommerceVideo.Platform;

namespace CommerceVideo.Routing.Commands;

/// <summary>What a verb says: lines for a person on standard output, or JSON where it was asked for.</summary>
internal static class CommandOutput
{
    private const int WrongUsage = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For a terminal and a file, not for a page: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Runs a verb; its help and its wrong usage are the same for all.</summary>
    public static async Task<int> RunAsync(string[] args, string usage, Func<Task<int>> run)
    {
        if (args.Contains("--help", StringComparer.Ordinal))
        {
            await Console.Out.WriteLineAsync($"Usage: commerce-video {usage}");
            return 0;
        }

        try
        {
            return await run();
        }
        catch (WrongUsageException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message} Usage: commerce-video {usage}");
            return WrongUsage;
        }
    }

    /// <param name="file">A file, <c>-</c> for standard output in place of the lines, null for nowhere.</param>
    public static async Task TellAsync(string lines, object report, string? file, CancellationToken ct)
    {
        var text = JsonSerializer.Serialize(report, Json);
        await Console.Out.WriteLineAsync((file == "-" ? text : lines.TrimEnd()).AsMemory(), ct);
        if (file is not null and not "-")
        {
            await File.WriteAllTextAsync(file, text, ct);
        }
    }

    /// <summary>Columns in line; the last one runs free.</summary>
    public static string Table(params IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == row.Count - 1 ? cell : cell.PadRight(widths[column]));
            text.AppendJoin("  ", cells).AppendLine();
        }

        return text.ToString();
    }

    public static object? Price(Money? price) =>
        price is { } money ? new { amount = money.Digits, money.Currency } : null;

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
}
