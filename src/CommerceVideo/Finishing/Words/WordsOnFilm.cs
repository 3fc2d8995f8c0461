using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing.Words;

/// <summary>
/// Draws the words of every file that carries some, as pictures to lay over it: placed inside what its placements leave free,
/// and told from what lies beneath them.
/// </summary>
internal sealed class WordsOnFilm(FfmpegRunner ffmpeg)
{
    private readonly TextDrawing _drawing = new(ffmpeg);

    /// <returns>The plan with an overlay for each block of words, and a warning for each that finds no room.</returns>
    public async Task<FinishingPlan> WriteAsync(
        FinishingPlan plan,
        FilmWords words,
        string folder,
        CancellationToken ct
    )
    {
        var (files, warnings) = (new List<RenditionPlan>(), plan.Warnings.Concat(words.LeftOut).ToList());
        foreach (var file in plan.Renditions)
        {
            if (file.Words is null)
            {
                files.Add(file);
                continue;
            }

            var blocks = file.Said ?? Wording.Of(words.Kit, words.Offer, file.Frames / (double)plan.Fps);
            if (blocks.Count == 0)
            {
                files.Add(file);
                continue;
            }

            var widths = await new TextMeasuring(_drawing).MeasureAsync(words.Kit, blocks, folder, ct);
            var laid = new List<LaidBlock>();
            foreach (var block in blocks)
            {
                if (TextLayout.Place(block, file.Size, file.Zone, file.Words, widths) is { } one)
                {
                    laid.Add(one);
                    continue;
                }

                warnings.Add(
                    $"{string.Join(", ", file.Placements)}: the words of the {block.Name} find no room; make them shorter."
                );
            }

            files.Add(laid.Count == 0 ? file : await DrawAsync(plan, file, laid, words.Kit, folder, ct));
        }

        return plan with
        {
            Renditions = files,
            Warnings = warnings,
        };
    }

    private async Task<RenditionPlan> DrawAsync(
        FinishingPlan plan,
        RenditionPlan file,
        List<LaidBlock> laid,
        WordKit kit,
        string folder,
        CancellationToken ct
    )
    {
        var beneath = await BeneathFrames.ReadAsync(ffmpeg, plan, file, ct);
        var masks = await _drawing.DrawAsync(kit, file.Size, [.. laid.Select(static one => one.Lines)], folder, ct);
        var overlays = new List<Overlay>();
        for (var at = 0; at < laid.Count; at++)
        {
            var (block, box) = (laid[at].Block, laid[at].Box);
            var inking = Inked(beneath.Of(box, block.From, block.To), block.Style, kit, laid[at].Large);
            var logo = laid[at].Logo is { } room
                ? await LogoPicture.ReadAsync(ffmpeg, kit.Logo!, room, laid[at].Lines[0].FromRight, ct)
                : null;
            var picture = Plate.Paint(box, file.Size, masks[at], inking, laid[at].Logo, logo);
            var path = Path.Combine(folder, $"{file.Name}-{block.Name}.rgba");
            await File.WriteAllBytesAsync(path, picture, ct);
            overlays.Add(new Overlay(block.Name, path, box, block.From, block.To));
        }

        return file with
        {
            Overlays = overlays,
        };
    }

    private static Inking Inked(Beneath beneath, TextStyle style, WordKit kit, bool large)
    {
        var (ink, plate) = style.Inverted ? (kit.Plate, kit.Ink) : (kit.Ink, kit.Plate);
        return style.Plate switch
        {
            TextPlate.Needed => Legibility.Choose(beneath, ink, plate, large),
            TextPlate.Frame => Legibility.OnPlate(beneath, ink, plate, large, opacity: 1),
            _ => Legibility.OnPlate(beneath, ink, plate, large, opacity: 0.9),
        };
    }
}
