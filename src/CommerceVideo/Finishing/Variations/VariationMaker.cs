using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
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
    /// <param name="words">What is written on them; null for nothing.</param>
    /// <param name="ground">What fills a frame that the film does not; null for its own edges.</param>
    /// <param name="bed">The music under them; null for silence.</param>
    /// <param name="origin">What they say of themselves.</param>
    public async Task<VariationOutcome> MakeAsync(
        Footage footage,
        Placement placement,
        IReadOnlyList<VariationTemplate> templates,
        int count,
        string folder,
        CancellationToken ct,
        FilmWords? words = null,
        GroundFill? ground = null,
        MusicBed? bed = null,
        FilmOrigin? origin = null
    )
    {
        var (takes, unusable) = await finisher.ReadAsync(footage, ct);
        if (unusable is not null)
        {
            return new VariationOutcome.NotMade(unusable.Reason);
        }

        var plan = FinishingPlanner.Plan(
            takes,
            footage.Films,
            [placement],
            PosterChoice.FirstFrame,
            written: words is not null
        ) with
        {
            Ground = ground,
            Bed = bed,
            Origin = origin ?? FilmOrigin.Unknown,
        };
        var planned = VariationPlanner.Plan(plan, plan.Renditions[0], placement, templates);
        var (made, prints) = (
            new List<(Variation Of, FinishedFile File)>(),
            new List<(string Name, FilmPrint Print)>()
        );
        while (true)
        {
            var distinct = Distinct.Of(prints, count);
            var next = planned.Made.Skip(prints.Count).Take(count - distinct.Kept.Count).ToList();
            if (next.Count == 0)
            {
                return new VariationOutcome.Made(
                    [.. distinct.Kept.Select(name => Named(made, name))],
                    distinct,
                    planned.LeftOut
                );
            }

            var round = plan with { Renditions = [.. next.Select(static one => one.File)] };
            if (words is not null)
            {
                round = await new WordsOnFilm(ffmpeg).WriteAsync(round, words, folder, ct);
            }

            switch (await finisher.FinishAsync(round, [placement], folder, ct))
            {
                case FinishOutcome.Finished done:
                    made.AddRange(next.Zip(done.Files));
                    break;
                case FinishOutcome.RulesBroken broken:
                    made.AddRange(next.Zip(broken.Files));
                    break;
                case FinishOutcome.ClipUnusable bad:
                    return new VariationOutcome.NotMade(bad.Reason);
            }

            foreach (var (variation, file) in made.Skip(prints.Count).ToList())
            {
                prints.Add((variation.Name, await _prints.ReadAsync(file.Video, file.Facts.Timing.Seconds, ct)));
            }
        }
    }

    private static MadeVariation Named(List<(Variation Of, FinishedFile File)> made, string name)
    {
        var (variation, file) = made.First(one => one.Of.Name == name);
        return new MadeVariation(variation.Name, file);
    }
}
