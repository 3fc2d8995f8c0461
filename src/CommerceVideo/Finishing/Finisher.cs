using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Finishing.Sound;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing;

/// <summary>
/// Clips to finished files. Running it again writes the same bytes over the same names, so a step that uses it may run twice.
/// </summary>
public sealed class Finisher(FfmpegRunner ffmpeg, VideoProbe probe)
{
    private const int Rounds = 3;

    /// <param name="folder">Exists; files are written into it.</param>
    /// <param name="colours">What brings models' colours to the photo's; null where every Clip stays as it came.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="ground">What fills a frame that a film does not; null for the film's own edges.</param>
    /// <param name="words">What is written on the files of placements that want words; null for nothing.</param>
    /// <param name="bed">The music under the files of placements that are heard; null for silence.</param>
    /// <param name="origin">What the files say of themselves.</param>
    public async Task<FinishOutcome> FinishAsync(
        Footage footage,
        IReadOnlyList<Placement> placements,
        PosterChoice poster,
        string folder,
        CancellationToken ct,
        IProgress<double>? progress = null,
        FilmWords? words = null,
        TakeColours? colours = null,
        GroundFill? ground = null,
        MusicBed? bed = null,
        FilmOrigin? origin = null
    )
    {
        var (takes, unusable) = await TakeReading.ReadAsync(probe, footage, colours, ct);
        if (unusable is not null)
        {
            return unusable;
        }

        var plan = FinishingPlanner.Plan(takes, footage.Films, placements, poster, written: words is not null) with
        {
            Ground = ground,
            Bed = bed,
            Origin = origin ?? FilmOrigin.Unknown,
        };
        if (words is not null)
        {
            plan = await new WordsOnFilm(ffmpeg).WriteAsync(plan, words, folder, ct);
        }

        var outcome = await FinishAsync(plan, placements, folder, ct, progress);
        return colours is not null && outcome is FinishOutcome.Finished finished
            ? finished with
            {
                Colours = await colours.FactsAsync(plan.Takes, folder, ct),
            }
            : outcome;
    }

    /// <inheritdoc cref="TakeReading"/>
    internal Task<(IReadOnlyList<FilmedTake> Takes, FinishOutcome.ClipUnusable? Unusable)> ReadAsync(
        Footage footage,
        CancellationToken ct,
        TakeColours? colours = null
    ) => TakeReading.ReadAsync(probe, footage, colours, ct);

    /// <summary>Makes the files of a plan that stands.</summary>
    internal async Task<FinishOutcome> FinishAsync(
        FinishingPlan plan,
        IReadOnlyList<Placement> placements,
        string folder,
        CancellationToken ct,
        IProgress<double>? progress = null
    )
    {
        var groups = EncodeGroups.Of(plan.Renditions);
        for (var index = 0; index < groups.Count; index++)
        {
            var told = new GroupProgress(progress, index, groups.Count);
            if (await EncodeAsync(plan, groups[index], folder, told, ct) is { } unusable)
            {
                return unusable;
            }
        }

        return await new FilmClosing(ffmpeg, probe).CloseAsync(plan, placements, folder, ct);
    }

    /// <summary>Until every file of the group is inside its window of bits a second, or nothing more can be done.</summary>
    private async Task<FinishOutcome.ClipUnusable?> EncodeAsync(
        FinishingPlan plan,
        IReadOnlyList<RenditionPlan> group,
        string folder,
        GroupProgress progress,
        CancellationToken ct
    )
    {
        for (var tries = 0; group.Count > 0; tries++)
        {
            if (await EncodeAsync(plan.Only(group), folder, progress, ct) is { } unusable)
            {
                return unusable;
            }

            var again = new List<RenditionPlan>();
            foreach (var file in group)
            {
                var facts = await probe.ReadBackAsync(Path.Combine(folder, file.VideoFile), ct);
                if (facts.Timing.Frames != file.Frames)
                {
                    return Short(plan, file, facts);
                }

                if (BitrateWindow.Next(file, facts.Timing, triesLeft: Rounds - tries) is { } profile)
                {
                    again.Add(file with { Profile = profile });
                }
            }

            group = again;
        }

        return null;
    }

    private async Task<FinishOutcome.ClipUnusable?> EncodeAsync(
        FinishingPlan plan,
        string folder,
        GroupProgress progress,
        CancellationToken ct
    )
    {
        // Far slower than any machine we run on: a hang, not a slow encode.
        var limit = TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(20 * plan.Seconds * plan.Renditions.Count);
        try
        {
            await ffmpeg.RunAsync(
                FinishingCommand.Build(plan, folder),
                limit,
                ct,
                written => progress.Tell(written.TotalSeconds / plan.Seconds)
            );
            return null;
        }
        catch (FfmpegException problem) when (!problem.Tail.Contains("No space left", StringComparison.Ordinal))
        {
            return new FinishOutcome.ClipUnusable(plan.Takes[0].Clip.File, problem.Tail);
        }
    }

    private static FinishOutcome.ClipUnusable Short(FinishingPlan plan, RenditionPlan file, VideoFacts facts) =>
        new(
            plan.Takes[file.Pieces[^1].Take].Clip.File,
            $"Decoding gave {facts.Timing.Frames} frames where its index promises {file.Frames}: the file is damaged."
        );
}
