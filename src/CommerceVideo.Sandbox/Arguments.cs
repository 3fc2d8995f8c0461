namespace CommerceVideo.Sandbox;

/// <summary>A command line as options and their values; what the command does not know is refused.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <param name="args">The words after the verb.</param>
    /// <param name="flags">Options that stand alone.</param>
    /// <param name="options">Options that take the next word, or what follows an equals sign.</param>
    /// <exception cref="UsageException">A word is not known, or a value is missing.</exception>
    public static Arguments Parse(IReadOnlyList<string> args, string[] flags, string[] options)
    {
        var parsed = new Arguments();
        for (var at = 0; at < args.Count; at++)
        {
            var (name, value) = Split(args[at]);
            if (flags.Contains(name) && value is null)
            {
                parsed.Add(name, "");
            }
            else if (options.Contains(name))
            {
                parsed.Add(name, value ?? Next(args, ref at, name));
            }
            else
            {
                throw new UsageException(
                    $"\"{args[at]}\" is not known here; known: {string.Join(' ', flags.Concat(options))}"
                );
            }
        }
        return parsed;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    /// <exception cref="UsageException">It was given more than once.</exception>
    public string? One(string name) =>
        All(name) switch
        {
            [] => null,
            [var only] => only,
            _ => throw new UsageException($"{name} is given more than once."),
        };

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var values))
        {
            _values[name] = values = [];
        }
        values.Add(value);
    }

    private static (string Name, string? Value) Split(string word)
    {
        var equals = word.StartsWith("--", StringComparison.Ordinal) ? word.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
    }

    private static string Next(IReadOnlyList<string> args, ref int at, string name) =>
        at + 1 < args.Count && !args[at + 1].StartsWith("--", StringComparison.Ordinal)
            ? args[++at]
            : throw new UsageException($"{name} wants a value.");
}
