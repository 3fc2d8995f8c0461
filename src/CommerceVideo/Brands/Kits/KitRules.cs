using System.Text.RegularExpressions;
using CommerceVideo.Brands.Files;
using CommerceVideo.Media.Colours;

namespace CommerceVideo.Brands.Kits;

/// <summary>What is wrong with a kit, in sentences for whoever wrote it; pure.</summary>
internal static partial class KitRules
{
    private const int LongestText = 120;
    private const int MostCaptions = 8;
    private const int MostReferences = 8;
    private const int MostForbidden = 200;
    private const int LongestLicence = 300;

    /// <param name="known">What is kept, or lies beside the kit, under a name; null for nothing.</param>
    public static string? Problem(KitContent kit, Func<string, KnownBrandFile?> known) =>
        Colours(kit) ?? Texts(kit) ?? Numbers(kit) ?? Licences(kit) ?? Files(kit, known);

    /// <summary>What contradicts itself and is therefore left off the films, for whoever wrote it.</summary>
    public static IReadOnlyList<string> Warnings(KitContent kit) =>
        [
            .. from text in new[] { kit.Hook, kit.EndCard?.Line, kit.EndCard?.Action }.Concat(kit.Captions ?? [])
            where text is not null
            let word = ForbiddenWords.First(text, kit.ForbiddenWords)
            where word is not null
            select $"“{text}” has the forbidden word “{word}” in it and is not put on films.",
        ];

    private static string? Colours(KitContent kit) =>
        new[] { kit.Palette?.Ink, kit.Palette?.Plate, kit.Palette?.Ground, kit.Ground?.To }.FirstOrDefault(
            static colour => colour is not null && Rgb.Parse(colour) is null
        )
            is { } odd
            ? $"'{odd}' in the brand kit is not a colour such as #1a2b3c."
            : null;

    private static string? Texts(KitContent kit)
    {
        string?[] said = [kit.Hook, .. kit.Captions ?? [], kit.EndCard?.Line, kit.EndCard?.Action, kit.EndCard?.From];
        return kit.Language is { } language && !Language().IsMatch(language)
                ? $"'{language}' is not a language such as en, pt-BR or ar."
            : Array.Find(said, static text => text?.Length > LongestText) is { } longest
                ? $"“{longest[..40]}…” is too long for a film: {LongestText} letters are the most."
            : said.OfType<string>()
                .SelectMany(static text => Placeholder().Matches(text))
                .FirstOrDefault(static match => match.Value != KitWords.Title)
                is { } placeholder
                ? $"{placeholder.Value} stands for nothing: {KitWords.Title} is the product's title. The price stands on the end card alone, so that it can change there."
            : kit.Captions?.Count > MostCaptions ? $"A film holds {MostCaptions} captions at most."
            : kit.ForbiddenWords?.Count > MostForbidden ? $"A kit holds {MostForbidden} forbidden words at most."
            : kit.ForbiddenWords?.Any(static word => word.Trim().Length is 0 or > LongestText) == true
                ? "A forbidden word is empty, or longer than any word is."
            : null;
    }

    private static string? Numbers(KitContent kit) =>
        kit.Look is { Strength: not (>= 0 and <= 1) } ? "The look's strength is a number from 0 to 1."
        : kit.Look?.References?.Count > MostReferences ? $"A look is taken from {MostReferences} pictures at most."
        : kit.Look is { Lut: not null, References.Count: > 0 } ? "A look is a LUT or pictures, not both."
        : kit.Look is { Lut: null, References: null or [] } ? "A look needs a LUT or pictures."
        : kit.Ground is { Kind: GroundStyle.Image, Image: null } ? "A ground of the kind image needs an image."
        : kit.Ground is { Kind: GroundStyle.Gradient, To: null }
            ? "A ground of the kind gradient needs the colour it goes to (\"to\")."
        : null;

    private static string? Licences(KitContent kit) =>
        kit.Font is { File: not null } font && string.IsNullOrWhiteSpace(font.Licence)
            ? "The brand kit's font needs its licence noted (\"licence\"), so that its use can be shown to be allowed."
        : kit.Music is { } music && string.IsNullOrWhiteSpace(music.Licence)
            ? "The brand kit's music needs its licence noted (\"licence\"), so that its use can be shown to be allowed."
        : new[] { kit.Font?.Licence, kit.Music?.Licence }.Any(static text => text?.Length > LongestLicence)
            ? $"A licence is noted in at most {LongestLicence} letters."
        : null;

    private static string? Files(KitContent kit, Func<string, KnownBrandFile?> known)
    {
        foreach (var use in kit.Files())
        {
            if (known(use.Name) is not { } file)
            {
                return $"The brand kit names '{use.Name}' ({use.Member}), and there is no such file.";
            }

            if (file.Kind != use.Kind)
            {
                return $"'{use.Name}' ({use.Member}) is {Spoken(file.Kind)}, not {Spoken(use.Kind)}.";
            }

            // libass would take another font without a word.
            if (
                use.Kind == BrandFileKind.Font
                && !string.Equals(file.Facts, kit.Font!.Family, StringComparison.Ordinal)
            )
            {
                return $"The font calls itself “{file.Facts}”: write that as its family.";
            }
        }

        return null;
    }

    private static string Spoken(BrandFileKind kind) =>
        kind switch
        {
            BrandFileKind.Font => "a font",
            BrandFileKind.Lut => "a .cube LUT",
            BrandFileKind.Music => "music",
            _ => "a picture",
        };

    [GeneratedRegex(
        @"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex Language();

    [GeneratedRegex(@"\{[A-Za-z_]*\}", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Placeholder();
}

/// <param name="Facts">As <see cref="BrandFile.Facts"/>.</param>
internal sealed record KnownBrandFile(BrandFileKind Kind, string Facts);
