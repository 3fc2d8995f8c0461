using CommerceVideo.Sandbox.Setup;

namespace CommerceVideo.Sandbox.Checks;

/// <summary><c>./test</c>: every test there is, installing what they need.</summary>
internal sealed class TestCommand(string root, string? filter)
{
    private const string Help = """
        ./test                    builds with warnings as errors, checks the format, runs every test
            --filter EXPRESSION   only the C# tests that match, as dotnet test knows it; no other suites
            --json FILE|-         the counts as JSON
        """;

    private static readonly string[] BuildOptions =
    [
        "-c",
        "Release",
        "-v",
        "quiet",
        "-nodeReuse:false",
        "-p:UseSharedCompilation=false",
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct)
    {
        var given = Arguments.Parse(args, ["--help"], ["--filter", JsonOutput.Option]);
        if (given.Has("--help"))
        {
            await Console.Out.WriteLineAsync(Help);
            return Commands.Ok;
        }
        var json = new JsonOutput(given.One(JsonOutput.Option));
        await Machine.PrepareAsync(Checkout.Root, Needs.ToTest, Console.Error, ct);
        var totals = await new TestCommand(Checkout.Root, given.One("--filter")).RunAsync(ct);
        await Console.Out.WriteLineAsync($"{totals}");
        await json.WriteAsync(totals.ToJson(), ct);
        return totals.Failed == 0 ? Commands.Ok : Commands.Failed;
    }

    private async Task<Totals> RunAsync(CancellationToken ct)
    {
        var built = await StepAsync("build", ["build", "CommerceVideo.sln", .. BuildOptions], ct);
        if (built.Failed > 0)
        {
            return built;
        }
        var totals = await DotnetTestsAsync(ct);
        if (filter is not null)
        {
            return totals;
        }
        totals += await FormatAsync(ct);
        foreach (var folder in NodePackages.Locked(root).Where(NodeSuite.HasTests))
        {
            totals += await NodeSuite.RunAsync(root, folder, ct);
        }
        return totals;
    }

    private async Task<Totals> FormatAsync(CancellationToken ct)
    {
        var restored = await StepAsync("formatter", ["tool", "restore"], ct);
        return restored.Failed > 0 ? restored : await StepAsync("format", ["csharpier", "check", "."], ct);
    }

    /// <summary>A step that counts no tests: silent when it goes well, one failure and its words when not.</summary>
    private async Task<Totals> StepAsync(string name, string[] arguments, CancellationToken ct)
    {
        await Console.Out.WriteLineAsync($"== {name}");
        var outcome = await Tool.RunAsync(root, "dotnet", arguments, ct);
        if (outcome.Ok)
        {
            return default;
        }
        await Console.Out.WriteLineAsync(outcome.LastLines(60));
        return Totals.OneFailure;
    }

    private async Task<Totals> DotnetTestsAsync(CancellationToken ct)
    {
        await Console.Out.WriteLineAsync("== C# tests");
        var results = Directory.CreateTempSubdirectory("commercevideo-test-").FullName;
        try
        {
            var outcome = await Tool.RunAsync(root, "dotnet", TestArguments(results), ct, Console.Out.WriteLine);
            var totals = Directory
                .GetFiles(results, "*.trx")
                .Select(file => SuiteCounts.FromTrx(File.ReadAllText(file)))
                .Aggregate(default(Totals), (sum, one) => sum + one);
            return totals.With(outcome.Ok);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    private string[] TestArguments(string results) =>
        [
            "test",
            "tests/CommerceVideo.Tests",
            "-c",
            "Release",
            "--no-build",
            "--logger",
            "trx",
            "--results-directory",
            results,
            // A test that hangs is named and ended; a run without an end tells nobody anything.
            "--blame-hang-timeout",
            "10m",
            "--blame-hang-dump-type",
            "none",
            .. filter is null ? Array.Empty<string>() : ["--filter", filter],
        ];
}
