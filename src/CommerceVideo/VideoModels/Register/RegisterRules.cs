using CommerceVideo.Media;

namespace CommerceVideo.VideoModels.Register;

/// <summary>What is wrong with a register, a line for each; pure.</summary>
internal static class RegisterRules
{
    /// <summary>Of whatever currency: a whole video of it still fits the ledger's columns.</summary>
    private const decimal MostPrice = 10_000_000;

    /// <param name="providers">The providers there are adapters for.</param>
    public static IEnumerable<string> Broken(ModelsOptions options, IReadOnlyCollection<string> providers) =>
        options
            .Versions.SelectMany(version =>
                Of(version.Value, options, providers).Select(what => $"Models:Versions:{version.Key}: {what}")
            )
            .Concat(Allowed(options, providers))
            .Concat(TierRules.Broken(options, providers));

    private static IEnumerable<string> Allowed(ModelsOptions options, IReadOnlyCollection<string> providers) =>
        options
            .Allowed.Split(',', StringSplitOptions.TrimEntries)
            .Where(word => word != "all" && !options.Versions.ContainsKey(word) && !providers.Contains(word))
            .Select(word => $"Models:Allowed: '{word}' is neither a model nor a provider.");

    private static IEnumerable<string> Of(
        ModelsOptions.VersionOptions version,
        ModelsOptions options,
        IReadOnlyCollection<string> providers
    )
    {
        (bool Broken, string What)[] rules =
        [
            (version.Name.Length == 0, "Name is missing."),
            (!providers.Contains(version.Provider), $"there is no provider '{version.Provider}'."),
            (version.Launched == default, "Launched is missing."),
            (version.Verified == default, "Verified is missing: the day on which a person read this at its source."),
            (version.Source.Length == 0, "Source is missing."),
            (version.Retired < version.Launched, "it is retired before it is launched."),
            (version.Deprecated > version.Retired, "it is deprecated after it is retired."),
            (
                version.Replacement is { } next && !options.Versions.ContainsKey(next),
                $"its replacement '{version.Replacement}' is not in the register."
            ),
            (version.Starts.Count == 0, "Starts is empty."),
            (version.Shortest < 1 || version.Longest < version.Shortest, "Shortest and Longest are no range."),
            (version.Lengths.Any(one => one < version.Shortest || one > version.Longest), "Lengths leave their range."),
            (
                version.Starts.Contains(ShotStart.References) && version.References < 1,
                "it starts from references and takes none."
            ),
            (version.References < 0 || version.ReferencesBesideFrame < 0, "a number of references is below nothing."),
            (version.ReferenceLengths.Any(static one => one < 1), "ReferenceLengths are no lengths."),
            (version.Sizes.Count == 0, "Sizes is empty."),
            (version.Sizes.Values.Any(static size => size.ShortSide < 16), "a size has no ShortSide."),
            (version.Sizes.Values.Any(static size => Prices(size) != 1), "a size needs exactly one kind of price."),
            (version.Sizes.Values.Any(IsNegative), "a price is below nothing."),
            (version.Sizes.Values.Any(IsBeyondBelief), $"a price is above {MostPrice}, which nobody asks."),
            (
                version.Ratios.Concat(version.ReferenceRatios).Any(static ratio => !IsRatio(ratio)),
                "a ratio is not of the form 16:9."
            ),
            (
                Strengths(version.Strengths).Any(static s => s is < 0 or > ModelStrengths.Most),
                "a strength is not 0 to 5."
            ),
            (version.Strengths.Source.Length == 0, "Strengths:Source is missing."),
            (version.TypicalSeconds < 1, "TypicalSeconds is missing."),
            (version.AtOnce < 1, "AtOnce must be at least 1."),
        ];
        return rules.Where(static rule => rule.Broken).Select(static rule => rule.What);
    }

    private static int Prices(ModelsOptions.SizeOptions size) =>
        (size.PerSecond is null ? 0 : 1)
        + (size.PerMillionTokens is null ? 0 : 1)
        + (size.PerMillionPixels is null ? 0 : 1)
        + (size.PerClip.Count == 0 ? 0 : 1);

    private static bool IsNegative(ModelsOptions.SizeOptions size) =>
        size.PerSecond < 0
        || size.PerMillionTokens < 0
        || size.PerMillionPixels < 0
        || size.PerClip.Values.Any(static amount => amount < 0);

    private static bool IsBeyondBelief(ModelsOptions.SizeOptions size) =>
        size.PerSecond > MostPrice
        || size.PerMillionTokens > MostPrice
        || size.PerMillionPixels > MostPrice
        || size.PerClip.Values.Any(static amount => amount > MostPrice);

    private static bool IsRatio(string text)
    {
        try
        {
            return AspectRatio.Parse(text).Value > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static double[] Strengths(ModelsOptions.StrengthOptions s) =>
        [s.Fabric, s.Motion, s.Cinematic, s.Control, s.Speed];
}
