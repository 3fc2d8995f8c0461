using CommerceVideo.Brands.Kits;
using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing.Words;

/// <summary>What of a brand kit is written on films: the kit with its files at hand and its defaults filled in.</summary>
/// <param name="FontFile">Where the family is, when the machine does not have it; alone in its folder.</param>
public sealed record WordKit(
    string Language,
    string Font,
    string? FontFile,
    Rgb Ink,
    Rgb Plate,
    string? Logo,
    string? Hook,
    IReadOnlyList<string> Captions,
    EndCard? EndCard
)
{
    public static WordKit Plain { get; } =
        new("en", "DejaVu Sans", null, Rgb.White, new Rgb(17, 17, 17), null, null, [], null);

    /// <param name="kit">Judged, its files named by whole paths.</param>
    public static WordKit Of(KitContent kit, KitWords words) =>
        new(
            kit.Language ?? Plain.Language,
            kit.Font?.Family ?? Plain.Font,
            kit.Font?.File,
            Colour(kit.Palette?.Ink) ?? Plain.Ink,
            Colour(kit.Palette?.Plate) ?? Plain.Plate,
            kit.Logo,
            words.Hook,
            words.Captions,
            words.EndCard
        );

    private static Rgb? Colour(string? text) => text is null ? null : Rgb.Parse(text);
}
