using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Rendering;

/// <summary>The variations of a social film that were asked for on the command line, by the templates in the settings.</summary>
internal sealed class RenderVariations(Finisher finisher, FfmpegRunner ffmpeg)
{
    private const double Upright = 9 / 16.0;

    private readonly VariationMaker _maker = new(finisher, ffmpeg);

    public async Task<(VariationOutcome Outcome, Placement Placement)> MakeAsync(
        RenderOptions options,
        Footage footage,
        IReadOnlyList<Placement> placements,
        string scratch,
        CancellationToken ct
    )
    {
        // The shape that most feeds show whole; where it was not asked for, what was.
        var placement = placements.MinBy(static one => Math.Abs(one.Ratios[0].Value - Upright))!;
        var outcome = await _maker.MakeAsync(
            footage,
            placement,
            Settings(),
            options.Variations,
            scratch,
            // A variation has its own hook: where no brand is given, plain letters say what is known.
            (options.Words ?? new FilmWords(WordKit.Plain, null)) with
            {
                Title = options.Product.Title,
                Vendor = options.Vendor,
            },
            ct,
            ground: options.Ground,
            bed: options.Music,
            origin: FilmOrigin.Studio
        );
        return (outcome, placement);
    }

    public static RenderedVariations Told(int wanted, VariationOutcome.Made made) =>
        new(
            wanted,
            made.Files.Count,
            double.IsFinite(made.Distances.Nearest) ? Math.Round(made.Distances.Nearest, 4) : null,
            FilmPrint.Near,
            [.. made.Distances.Distances.Select(RenderedDistance.From)],
            [.. made.Distances.Refused.Select(RenderedDistance.From)],
            made.LeftOut
        );

    private static VariationOptions Settings()
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json")
            .AddEnvironmentVariables()
            .Build();
        var options = settings.GetSection(VariationOptions.Section).Get<VariationOptions>() ?? new VariationOptions();
        return new VariationRules().Validate(null, options) is { Failed: true } wrong
            ? throw new InvalidDataException(wrong.FailureMessage)
            : options;
    }
}
