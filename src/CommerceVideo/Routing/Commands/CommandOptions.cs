using System.Globalization;
using CommerceVideo.Briefs;

namespace CommerceVideo.Routing.Commands;

/// <summary>A verb's words, as names with values and names alone; what is wrong with them is one line.</summary>
internal sealed class CommandOptions
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    public string? this[string name] => _given.GetValueOrDefault(name);

    public bool Has(string name) => _given.ContainsKey(name);

    /// <exception cref="WrongUsageException">The words are not those of this verb.</exception>
    public static CommandOptions Read(
        IReadOnlyList<string> args,
        IReadOnlyCollection<string> valued,
        IReadOnlyCollection<string>? alone = null
    )
    {
        var options = new CommandOptions();
        for (var index = 0; index < args.Count; index++)
        {
            var name = args[index];
            var isAlone = alone?.Contains(name) == true;
            if (!isAlone && !valued.Contains(name))
            {
                throw new WrongUsageException($"'{name}' is not an option.");
            }

            if (!isAlone && (index + 1 == args.Count || args[index + 1].StartsWith("--", StringComparison.Ordinal)))
            {
                throw new WrongUsageException($"{name} needs a value.");
            }

            if (!options._given.TryAdd(name, isAlone ? "" : args[++index]))
            {
                throw new WrongUsageException($"{name} is given twice.");
            }
        }

        return options;
    }

    public TEnum Word<TEnum>(string name, TEnum usual)
        where TEnum : struct, Enum
    {
        if (this[name] is not { } text)
        {
            return usual;
        }

        var word = text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return
            word.Length > 0
            && word.All(char.IsAsciiLetter)
            && Enum.TryParse<TEnum>(word, ignoreCase: true, out var value)
            ? value
            : throw new WrongUsageException(
                $"{name} is one of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}, not '{text}'."
            );
    }

    public IReadOnlyList<Use> Uses(string name, string usual) =>
        [
            .. Words(this[name] ?? usual)
                .Select(word => UseWords.Read(word) ?? throw new WrongUsageException($"{name}: '{word}' is not a use."))
                .Distinct(),
        ];

    public decimal? Amount(string name) =>
        this[name] is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount
        : throw new WrongUsageException($"{name} is an amount such as 1.50, not '{text}'.");

    public double? Seconds(string name) =>
        this[name] is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value is > 0 and <= 3600
            ? value
        : throw new WrongUsageException($"{name} is a number of seconds, not '{text}'.");

    public DateTimeOffset? Instant(string name) =>
        this[name] is not { } text
            ? null
            : ReadInstant(text)
                ?? throw new WrongUsageException($"{name} is an instant such as 2026-11-22, not '{text}'.");

    public DateOnly? Day(string name) =>
        this[name] is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day
        : throw new WrongUsageException($"{name} is a day such as 2026-12-31, not '{text}'.");

    public static DateTimeOffset? ReadInstant(string text) =>
        text.Length >= "2026-01-01".Length
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
            : null;

    public static IReadOnlyList<string> Words(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
