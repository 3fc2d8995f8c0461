namespace CommerceVideo.Channels.Lint;

/// <summary>What was asked on the command line.</summary>
/// <param name="Poster">The still picture that goes with the file; null for none.</param>
/// <param name="Json">Where the report goes: a file, <c>-</c> for standard output, null for nowhere.</param>
internal sealed record LintOptions(Placement Placement, string File, string? Poster, string? Json)
{
    public const string Usage = "lint --placement P FILE [--poster FILE] [--json FILE|-]";

    private static readonly string[] Known = ["--placement", "--poster", "--json"];

    /// <summary>The options, or one line that says what is wrong.</summary>
    public static (LintOptions? Options, string? Wrong) Parse(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<string>();
        for (var index = 0; index < args.Count; index++)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal))
            {
                files.Add(args[index]);
                continue;
            }

            if (!Known.Contains(args[index], StringComparer.Ordinal))
            {
                return (null, $"'{args[index]}' is not an option.");
            }

            if (index + 1 == args.Count || args[index + 1].StartsWith("--", StringComparison.Ordinal))
            {
                return (null, $"{args[index]} needs a value.");
            }

            if (!given.TryAdd(args[index], args[++index]))
            {
                return (null, $"{args[index - 1]} is given twice.");
            }
        }

        return Read(given, files);
    }

    private static (LintOptions?, string?) Read(Dictionary<string, string> given, List<string> files)
    {
        var all = string.Join(", ", Placements.All.Select(static placement => placement.Id));
        if (!given.TryGetValue("--placement", out var name))
        {
            return (null, $"--placement is needed; there are {all}.");
        }

        if (Placements.Find(name) is not { } placement)
        {
            return (null, $"'{name}' is not a placement; there are {all}.");
        }

        return files switch
        {
            [var file] => (
                new LintOptions(
                    placement,
                    file,
                    given.GetValueOrDefault("--poster"),
                    given.GetValueOrDefault("--json")
                ),
                null
            ),
            [] => (null, "A FILE is needed."),
            _ => (null, $"One FILE at a time; there are {files.Count}."),
        };
    }
}
