using CommerceVideo.Brands.Kits;
using CommerceVideo.Finishing.Sound;

namespace CommerceVideo.Finishing;

/// <summary>Everything that is made from the Takes of one video.</summary>
/// <param name="Fps">Frames a second of every file.</param>
/// <param name="Warnings">What could not be kept, for a person: a product cut by a shape, a length missed.</param>
public sealed record FinishingPlan(
    IReadOnlyList<FilmedTake> Takes,
    int Fps,
    IReadOnlyList<RenditionPlan> Renditions,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>What fills a frame that a film does not; null for the film's own edges.</summary>
    public GroundFill? Ground { get; init; }

    /// <summary>The music under it; null for none.</summary>
    public MusicBed? Bed { get; init; }

    public FilmOrigin Origin { get; init; } = FilmOrigin.Unknown;

    /// <summary>Corrected Takes are measured as they are read; not where they were measured before.</summary>
    public bool Measures { get; init; } = true;

    public double Seconds => Renditions.Max(static rendition => rendition.Frames) / (double)Fps;

    /// <summary>The same for these files alone, with no Take that none of them shows.</summary>
    public FinishingPlan Only(IReadOnlyList<RenditionPlan> renditions)
    {
        var shown = renditions
            .SelectMany(static file => file.Pieces)
            .Select(static piece => piece.Take)
            .Distinct()
            .Order()
            .ToList();
        return this with
        {
            Takes = [.. shown.Select(take => Takes[take])],
            Renditions =
            [
                .. renditions.Select(file =>
                    file with
                    {
                        Pieces = [.. file.Pieces.Select(piece => piece with { Take = shown.IndexOf(piece.Take) })],
                    }
                ),
            ],
        };
    }
}
