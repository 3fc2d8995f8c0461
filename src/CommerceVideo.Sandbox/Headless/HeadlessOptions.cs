using System.Globalization;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>What one run without anyone is asked to make.</summary>
internal sealed record HeadlessOptions
{
    public const string Help = """
        ./start --headless            adds products to a fresh local store and waits for their videos
            --photo FILE              a product of this photo (repeat); the sample products if none is given
            --products N              how many products (all samples, or 1 when other models than the studio may be used)
            --purposes a,b            page,social,hero,isolation,lifestyle (page,social)
            --models studio|all|a,b   models that may be used, at their local stand-ins (studio); with more than the studio the first
                                      product's first video is made by every one of them, side by side
            --channels none|all|a,b   ad channels to publish to (none)
            --scale 1|0.5             size of the videos, for quick runs (1)
            --now INSTANT             the whole system's clock starts there
            --out DIR                 where the videos go, and what the run kept (a new temporary folder)
            --json FILE|-             the result as JSON
        Exits: 0 every product has its videos or a stated permanent reason, 3 one waits for a person, 2 wrong usage, 1 anything else
        """;

    private static readonly string[] KnownPurposes = ["page", "social", "hero", "isolation", "lifestyle"];
    private static readonly string[] KnownChannels = [];

    public IReadOnlyList<string> Photos { get; init; } = [];
    public int? Products { get; init; }
    public IReadOnlyList<string> Purposes { get; init; } = ["page", "social"];
    public ModelChoice Models { get; init; } = new(ModelChoice.Studio);
    public string Channels { get; init; } = "none";
    public decimal Scale { get; init; } = 1;
    public DateTimeOffset? Now { get; init; }
    public string? Out { get; init; }
    public string? Json { get; init; }

    /// <exception cref="UsageException">Something is not known, not there or does not exist yet.</exception>
    public static HeadlessOptions Parse(IReadOnlyList<string> args)
    {
        var given = Arguments.Parse(
            args,
            ["--headless"],
            ["--photo", "--products", "--purposes", "--models", "--channels", "--scale", "--now", "--out", "--json"]
        );
        var models = ModelChoice.Parse(given.One("--models") ?? ModelChoice.Studio, ModelChoice.KnownIn(Checkout.Root));
        return new HeadlessOptions
        {
            Photos = [.. given.All("--photo").Select(Photo)],
            Products =
                given.One("--products") is { } number ? Count(number)
                : !models.StandIns || given.All("--photo").Any() ? null
                : 1,
            Purposes = Names("--purposes", given.One("--purposes") ?? "page,social", KnownPurposes),
            Models = models,
            Channels = Choice("--channels", given.One("--channels") ?? "none", KnownChannels, "all", "none"),
            Scale = ScaleOf(given.One("--scale") ?? "1"),
            Now = StartCommand.Instant(given.One("--now")),
            Out = given.One("--out") is { } folder ? Path.GetFullPath(folder) : null,
            Json = given.One("--json"),
        };
    }

    /// <summary>The same wishes as the app's settings.</summary>
    public IReadOnlyDictionary<string, string> ToSettings() =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Briefs__Uses"] = string.Join(',', Purposes),
            ["Rendering__Scale"] = Scale.ToString(CultureInfo.InvariantCulture),
            ["Models__Allowed"] = Models.Allowed,
            ["Channels__Allowed"] = Channels,
        };

    private static string Photo(string path) =>
        File.Exists(path)
            ? Path.GetFullPath(path)
            : throw new UsageException($"--photo {path}: there is no such file.");

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 1000
            ? count
            : throw new UsageException($"--products wants a number from 1 to 1000, not \"{text}\".");

    private static decimal ScaleOf(string text) =>
        text switch
        {
            "1" => 1m,
            "0.5" => 0.5m,
            _ => throw new UsageException($"--scale wants 1 or 0.5, not \"{text}\"."),
        };

    private static string Choice(string option, string text, string[] known, params string[] words) =>
        words.Contains(text, StringComparer.Ordinal) ? text : string.Join(',', Names(option, text, known));

    private static string[] Names(string option, string text, string[] known)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct()
            .ToArray();
        var unknown = names.Except(known, StringComparer.Ordinal).ToArray();
        return unknown.Length == 0 && names.Length > 0
            ? names
            : throw new UsageException(
                $"{option} {text}: {string.Join(", ", unknown)} does not exist yet; there is {(known.Length == 0 ? "none" : string.Join(", ", known))}."
            );
    }
}
