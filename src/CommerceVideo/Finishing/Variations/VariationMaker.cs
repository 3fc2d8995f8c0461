using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Finishing.Sound;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing.Variations;

/// <summary>
/// Makes variations of a film from the Clips it was made of, at no model's cost: encoded, read back, held against their
/// placement's rules, and told apart by their pixels. What shows what another shows is thrown away and the next template tried.
/// </summary>
internal sealed class VariationMaker(Finisher finisher, FfmpegRunner ffmpeg)
{
    private readonly FilmPrints _prints = new(ffmpeg);

    /// <param name="count">How many are wanted; fewer are made where the film gives no more.</param>
    /// <param name="folder">Exists; files are written into it.</param>
    /// <param name="words">What the brand writes, and what is known of the product.</param>
    /// <param name="colours">What brings models' colours to the photo's; null where every Clip stays as it came.</param>
    /// <param name="ground">What fills a frame that the film does not; null for its own edges.</param>
    /// <param name="bed">The music under them; null for silence.</param>
    /// <param name="origin">What they say of themselves.</param>
    public async Task<VariationOutcome> MakeAsync(
        Footage footage,
        Placement placement,
        VariationOptions options,
        int count,
        string folder,
        FilmWords words,
        CancellationToken ct,
        TakeColours? colours = null,
        GroundFill? ground = null,
        MusicBed? bed = null,
        FilmOrigin? origin = null
    )
    {
        var (takes, unusable) = await finisher.ReadAsync(footage, ct, colours);
        if (unusable is not null)
        {
            return new VariationOutcome.NotMade(unusable.Reason);
        }

        var plan = FinishingPlanner.Plan(takes, footage.Films, [placement], PosterChoice.FirstFrame, written: true) with
        {
            Measures = false,
            Ground = ground,
            Bed = bed,
            Origin = origin ?? FilmOrigin.Unknown,
        };
        var planned = VariationPlanner.Plan(new(plan, footage.Films, plan.Renditions[0], placement, words), options);
        var left = planned.LeftOut.ToList();
        var made = new List<MadeVariation>();
        var prints = new List<(string Name, FilmPrint Print)>();
        var waiting = new Queue<Variation>(planned.Made);
        while (Distinct.Of(prints, count) is var distinct)
        {
            if (distinct.Kept.Count == count || !waiting.TryDequeue(out var next))
            {
                return new VariationOutcome.Made(
                    [.. distinct.Kept.Select(name => made.First(one => one.Name == name))],
                    distinct,
                    left
                );
            }

            if (await DrawAsync(plan, next.File, words, folder, ct) is not { } drawn)
            {
                left.Add(new LeftOut(next.Name, "its words find no room; make them shorter"));
                continue;
            }

            // One at a time: no two of them show the same frame at the same time, so there is nothing to share.
            switch (await finisher.FinishAsync(drawn, [placement], folder, ct))
            {
                case FinishOutcome.Finished done:
                    made.Add(new MadeVariation(next.Axes, done.Files[0]));
                    break;
                case FinishOutcome.RulesBroken broken:
                    made.Add(new MadeVariation(next.Axes, broken.Files[0]));
                    break;
                case FinishOutcome.ClipUnusable bad:
                    return new VariationOutcome.NotMade(bad.Reason);
            }

            var file = drawn.Renditions[0];
            prints.Add((next.Name, await _prints.ReadAsync(made[^1].File.Video, file.Size, file.Overlays, ct)));
            Discard(drawn.Renditions[0]);
        }

        throw new InvalidOperationException("There is always an answer.");
    }

    /// <returns>Null where words find no room.</returns>
    private async Task<FinishingPlan?> DrawAsync(
        FinishingPlan plan,
        RenditionPlan file,
        FilmWords words,
        string folder,
        CancellationToken ct
    )
    {
        var grounded = await MatPictures.WriteAsync(file, folder, ct);
        var drawn = await new WordsOnFilm(ffmpeg).WriteAsync(plan with { Renditions = [grounded] }, words, folder, ct);
        return drawn.Renditions[0].Overlays.Count == file.Said!.Count ? drawn : null;
    }

    /// <summary>Pictures that were laid over one film serve no other.</summary>
    private static void Discard(RenditionPlan file)
    {
        foreach (var overlay in WordChains.Inputs(file))
        {
            File.Delete(overlay.File);
        }
    }
}
