using System.Text.Json;
using CommerceVideo.Sandbox.Setup;

namespace CommerceVideo.Sandbox.Checks;

/// <summary>The tests of one npm package, as its own script runs them.</summary>
internal static class NodeSuite
{
    public static bool HasTests(string folder)
    {
        var manifest = Path.Combine(folder, "package.json");
        if (!File.Exists(manifest))
        {
            return false;
        }
        using var document = JsonDocument.Parse(File.ReadAllText(manifest));
        return document.RootElement.TryGetProperty("scripts", out var scripts) && scripts.TryGetProperty("test", out _);
    }

    /// <summary>Quiet when it goes well; everything it said when not.</summary>
    public static async Task<Totals> RunAsync(string root, string folder, CancellationToken ct)
    {
        await Console.Out.WriteLineAsync($"== {Path.GetRelativePath(root, folder)}");
        var npm = ProgramPath.Find("npm") ?? throw new SetupException("This machine lacks npm.");
        var outcome = await Tool.RunAsync(folder, npm, ["test", "--silent"], ct);
        var totals = SuiteCounts.FromNode(outcome.Text).With(outcome.Ok);
        await Console.Out.WriteLineAsync(
            totals.Failed > 0 ? $"{SuiteCounts.FailuresOf(outcome.Text)}\n{totals}" : $"{totals}"
        );
        return totals;
    }
}
