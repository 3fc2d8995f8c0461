using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing.Colour;

/// <summary>How far apart models show one product, in CIEDE2000 between the two that differ most.</summary>
/// <param name="Models">How many models were compared; at least two.</param>
internal sealed record ModelSpread(int Models, double Before, double After)
{
    /// <summary>
    /// Moves show different parts of a product, so each Clip's difference from its own part of the photo is compared, not its
    /// colour.
    /// </summary>
    /// <returns>Null for fewer than two models.</returns>
    public static ModelSpread? Of(IEnumerable<(string Model, ColourFacts? Colour)> clips)
    {
        var measured = clips.Where(static clip => clip.Colour is { Before: not null, After: not null }).ToList();
        var models = measured.Select(static clip => clip.Model).Distinct(StringComparer.Ordinal).Count();
        if (models < 2)
        {
            return null;
        }

        var photo = measured[0].Colour!.Before!.Photo;
        return new ModelSpread(
            models,
            Widest([.. measured.Select(clip => Moved(photo, clip.Colour!.Before!))]),
            Widest([.. measured.Select(clip => Moved(photo, clip.Colour!.After!))])
        );
    }

    private static LabColour Moved(IReadOnlyList<double> photo, ColourFigures clip) =>
        new(
            photo[0] + clip.Colour[0] - clip.Photo[0],
            photo[1] + clip.Colour[1] - clip.Photo[1],
            photo[2] + clip.Colour[2] - clip.Photo[2]
        );

    private static double Widest(LabColour[] colours) =>
        Math.Round(colours.Max(one => colours.Max(other => CieDe2000.Between(one, other))), 2);
}
