using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing.Words;

/// <summary>The darkest and the lightest of what lies beneath some words while they are shown, each channel by itself.</summary>
public readonly record struct Beneath(Rgb Darkest, Rgb Lightest);

/// <summary>How words are told from what lies beneath them.</summary>
/// <param name="PlateOpacity">0 for no plate.</param>
/// <param name="Contrast">WCAG 2.1 contrast in the worst place.</param>
public readonly record struct Inking(Rgb Ink, Rgb Plate, double PlateOpacity, double Contrast);

/// <summary>
/// Chooses ink and plate so that words keep WCAG 2.1 AA on every picture they stand on: 4.5 to 1, and 3 to 1 for large
/// letters. No plate where none is needed; the thinnest that serves else. Pure.
/// </summary>
public static class Legibility
{
    public const double Normal = 4.5;

    public const double Large = 3;

    /// <summary>A thinner plate looks like a mistake.</summary>
    private const double Thinnest = 0.55;

    private const double Step = 0.05;

    /// <param name="ink">The brand's colour for words, kept wherever it can be read.</param>
    /// <param name="plate">The brand's colour for plates.</param>
    public static Inking Choose(Beneath beneath, Rgb ink, Rgb plate, bool large)
    {
        var asked = large ? Large : Normal;
        Rgb[] inks = [ink, Rgb.White, Rgb.Black];
        foreach (var one in inks)
        {
            if (Worst(one, beneath.Darkest, beneath.Lightest) is var held && held >= asked)
            {
                return new Inking(one, plate, 0, held);
            }
        }

        return OnPlate(beneath, ink, plate, large, Thinnest);
    }

    /// <summary>On a plate that hides at least so much of what lies beneath.</summary>
    public static Inking OnPlate(Beneath beneath, Rgb ink, Rgb plate, bool large, double opacity)
    {
        var asked = large ? Large : Normal;
        Rgb[] inks = [ink, Rgb.White, Rgb.Black];
        // Black or white keeps 4.5 on any plain colour there is.
        var best = inks.First(one => one.Contrast(plate) >= asked);
        for (; opacity < 1; opacity += Step)
        {
            var held = Worst(best, plate.Over(beneath.Darkest, opacity), plate.Over(beneath.Lightest, opacity));
            if (held >= asked)
            {
                return new Inking(best, plate, Math.Round(opacity, 2), held);
            }
        }

        return new Inking(best, plate, 1, best.Contrast(plate));
    }

    /// <summary>An ink between the two is met somewhere.</summary>
    private static double Worst(Rgb ink, Rgb darkest, Rgb lightest) =>
        ink.Luminance > darkest.Luminance && ink.Luminance < lightest.Luminance
            ? 1
            : Math.Min(ink.Contrast(darkest), ink.Contrast(lightest));
}
