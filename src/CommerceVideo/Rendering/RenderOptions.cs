using System.Globalization;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Briefs;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Words;

namespace CommerceVideo.Rendering;

/// <summary>What was asked on the command line.</summary>
/// <param name="Placements">Only these; null for one for each slot of each channel that the uses have.</param>
/// <param name="Json">Where the report goes: a file, <c>-</c> for standard output, null for nowhere.</param>
internal sealed record RenderOptions(
    string Photo,
    string Out,
    IReadOnlyList<Use> Uses,
    IReadOnlyList<string>? Placements,
    double Scale,
    ProductFacts Product,
    string? Json
)
{
    /// <summary>What is written on the films; null for nothing.</summary>
    public FilmWords? Words { get; init; }

    /// <summary>What fills a frame that a film does not; null for the film's own edges.</summary>
    public GroundFill? Ground { get; init; }

    /// <summary>The music under the films of placements that are heard; null for silence.</summary>
    public MusicBed? Music { get; init; }

    /// <summary>How many variations of the social film are wanted beside it.</summary>
    public int Variations { get; init; }

    /// <summary>Who makes the product; null where nobody says.</summary>
    public string? Vendor { get; init; }

    public const string Usage =
        "render --photo FILE [--out DIR] [--purposes page,social,hero,isolation,lifestyle] [--placements all|a,b] "
        + "[--variations N] [--scale 1|0.5] [--title TEXT] [--type TEXT] [--vendor TEXT] [--brand KIT.json] [--hook TEXT] [--price \"49.00 EUR\"] "
        + "[--was \"69.00 EUR\"] [--json FILE|-]";

    private const int MostVariations = 100;

    private static readonly string[] Known =
    [
        "--photo",
        "--out",
        "--purposes",
        "--placements",
        "--variations",
        "--scale",
        "--title",
        "--type",
        "--vendor",
        "--brand",
        "--hook",
        "--price",
        "--was",
        "--json",
    ];

    /// <summary>The options, or one line that says what is wrong.</summary>
    public static (RenderOptions? Options, string? Wrong) Parse(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < args.Count; index += 2)
        {
            var name = args[index];
            if (!Known.Contains(name, StringComparer.Ordinal))
            {
                return (null, $"'{name}' is not an option.");
            }

            if (index + 1 == args.Count || args[index + 1].StartsWith("--", StringComparison.Ordinal))
            {
                return (null, $"{name} needs a value.");
            }

            if (!given.TryAdd(name, args[index + 1]))
            {
                return (null, $"{name} is given twice.");
            }
        }

        return Read(given);
    }

    private static (RenderOptions?, string?) Read(Dictionary<string, string> given)
    {
        if (!given.TryGetValue("--photo", out var photo))
        {
            return (null, "--photo FILE is needed.");
        }

        var (uses, unknownUse) = ReadUses(given.GetValueOrDefault("--purposes", "page,social"));
        if (unknownUse is not null)
        {
            return (null, $"'{unknownUse}' is not a purpose; there are page, social, hero, isolation, lifestyle.");
        }

        var (placements, wrong) = ReadPlacements(given.GetValueOrDefault("--placements", "all"), uses);
        if (wrong is not null)
        {
            return (null, wrong);
        }

        var scale = given.GetValueOrDefault("--scale", "1");
        if (scale is not ("1" or "0.5"))
        {
            return (null, $"--scale is 1 or 0.5, not '{scale}'.");
        }

        var variations = given.GetValueOrDefault("--variations", "0");
        if (
            !int.TryParse(variations, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > MostVariations
        )
        {
            return (null, $"--variations is a number from 0 to {MostVariations}, not '{variations}'.");
        }

        var (words, kit, wrongWords) = RenderWords.Read(given);
        if (wrongWords is not null)
        {
            return (null, wrongWords);
        }

        return (
            new RenderOptions(
                photo,
                given.GetValueOrDefault("--out", "renders"),
                uses,
                placements,
                double.Parse(scale, CultureInfo.InvariantCulture),
                new ProductFacts(given.GetValueOrDefault("--title", ""), given.GetValueOrDefault("--type"), null, []),
                given.GetValueOrDefault("--json")
            )
            {
                Words = words,
                Ground = GroundFill.Of(kit),
                Music = kit.Music,
                Variations = count,
                Vendor = given.GetValueOrDefault("--vendor"),
            },
            null
        );
    }

    private static (IReadOnlyList<Use> Uses, string? Unknown) ReadUses(string list)
    {
        var uses = new List<Use>();
        foreach (var word in Listed(list))
        {
            if (int.TryParse(word, out _) || !Enum.TryParse<Use>(word, ignoreCase: true, out var use))
            {
                return ([], word);
            }

            uses.Add(use);
        }

        return ([.. uses.Distinct()], uses.Count == 0 ? list : null);
    }

    private static (IReadOnlyList<string>? Placements, string? Wrong) ReadPlacements(
        string list,
        IReadOnlyList<Use> uses
    )
    {
        if (list == "all")
        {
            return (null, null);
        }

        var served = uses.SelectMany(UsePlacements.Named).Select(static placement => placement.Id).ToHashSet();
        foreach (var word in Listed(list))
        {
            if (Channels.Placements.Find(word) is null)
            {
                var all = string.Join(", ", Channels.Placements.All.Select(static placement => placement.Id));
                return (null, $"'{word}' is not a placement; there are {all}.");
            }

            if (!served.Contains(word))
            {
                return (null, $"No purpose asked for is shown on {word}.");
            }
        }

        var names = Listed(list);
        return names.Length == 0 ? (null, "--placements names none.") : (names, null);
    }

    private static string[] Listed(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
