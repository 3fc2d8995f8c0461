using System.Security.Cryptography;
using CommerceVideo.Channels;
using CommerceVideo.Finishing.Colour;
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
    public async Task<FinishOutcome> FinishAsync(
        Footage footage,
        IReadOnlyList<Placement> placements,
        PosterChoice poster,
        string folder,
        CancellationToken ct,
        IProgress<double>? progress = null,
        TakeColours? colours = null
    )
    {
        var takes = new List<FilmedTake>();
        foreach (var clip in footage.Clips)
        {
            switch (await probe.ReadAsync(clip.File, ct))
            {
                case VideoReading.Read read:
                    takes.Add(new FilmedTake(clip, read.Facts));
                    break;
                case VideoReading.Unreadable unreadable:
                    return new FinishOutcome.ClipUnusable(clip.File, unreadable.Reason);
            }
        }

        if (colours is null)
        {
            var asTheyCame = FinishingPlanner.Plan(takes, footage.Films, placements, poster);
            return await FinishAsync(asTheyCame, placements, folder, ct, progress);
        }

        var corrected = await DecideAsync(colours, takes, ct);
        if (corrected.Unusable is { } broken)
        {
            return broken;
        }

        var plan = FinishingPlanner.Plan(corrected.Takes, footage.Films, placements, poster);
        var outcome = await FinishAsync(plan, placements, folder, ct, progress);
        return outcome is FinishOutcome.Finished finished
            ? finished with
            {
                Colours = await colours.FactsAsync(plan.Takes, folder, ct),
            }
            : outcome;
    }

    private static async Task<(IReadOnlyList<FilmedTake> Takes, FinishOutcome.ClipUnusable? Unusable)> DecideAsync(
        TakeColours colours,
        List<FilmedTake> takes,
        CancellationToken ct
    )
    {
        try
        {
            return (await colours.DecideAsync(takes, ct), null);
        }
        catch (FfmpegException problem)
        {
            return (takes, new FinishOutcome.ClipUnusable(takes[0].Clip.File, problem.Tail));
        }
    }

    private async Task<FinishOutcome> FinishAsync(
        FinishingPlan plan,
        IReadOnlyList<Placement> placements,
        string folder,
        CancellationToken ct,
        IProgress<double>? progress
    )
    {
        var done = new Dictionary<string, VideoFacts>(StringComparer.Ordinal);
        var round = plan;
        for (var tries = 0; round.Renditions.Count > 0; tries++)
        {
            if (await EncodeAsync(round, folder, progress, ct) is { } unusable)
            {
                return unusable;
            }

            var again = new List<RenditionPlan>();
            foreach (var file in round.Renditions)
            {
                var facts = await ReadBackAsync(file, folder, ct);
                if (facts.Timing.Frames != file.Frames)
                {
                    return Short(plan, file, facts);
                }

                done[file.Name] = facts;
                if (BitrateWindow.Next(file, facts.Timing, triesLeft: Rounds - tries) is { } profile)
                {
                    again.Add(file with { Profile = profile });
                }
            }

            round = plan with { Renditions = again };
        }

        return await CloseAsync(plan, placements, done, folder, ct);
    }

    private async Task<FinishOutcome.ClipUnusable?> EncodeAsync(
        FinishingPlan plan,
        string folder,
        IProgress<double>? progress,
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
                written => progress?.Report(Math.Clamp(written.TotalSeconds / plan.Seconds, 0, 1))
            );
            return null;
        }
        catch (FfmpegException problem) when (!problem.Tail.Contains("No space left", StringComparison.Ordinal))
        {
            return new FinishOutcome.ClipUnusable(plan.Takes[0].Clip.File, problem.Tail);
        }
    }

    private async Task<VideoFacts> ReadBackAsync(RenditionPlan file, string folder, CancellationToken ct) =>
        await probe.ReadAsync(Path.Combine(folder, file.VideoFile), ct) switch
        {
            VideoReading.Read read => read.Facts,
            VideoReading.Unreadable unreadable => throw new InvalidDataException(
                $"A file just written cannot be read back: {unreadable.Reason}"
            ),
            _ => throw new InvalidOperationException(),
        };

    private static FinishOutcome.ClipUnusable Short(FinishingPlan plan, RenditionPlan file, VideoFacts facts) =>
        new(
            plan.Takes[file.Pieces[^1].Take].Clip.File,
            $"Decoding gave {facts.Timing.Frames} frames where its index promises {file.Frames}: the file is damaged."
        );

    private static async Task<FinishOutcome> CloseAsync(
        FinishingPlan plan,
        IReadOnlyList<Placement> placements,
        Dictionary<string, VideoFacts> facts,
        string folder,
        CancellationToken ct
    )
    {
        var files = new List<FinishedFile>();
        foreach (var file in plan.Renditions)
        {
            var (video, poster) = (Path.Combine(folder, file.VideoFile), Path.Combine(folder, file.PosterFile));
            files.Add(
                new FinishedFile(
                    video,
                    await HashAsync(video, ct),
                    facts[file.Name],
                    new Poster(poster, await HashAsync(poster, ct)),
                    [
                        .. placements
                            .Where(placement => file.Placements.Contains(placement.Id, StringComparer.Ordinal))
                            .Select(placement => Judged(placement, facts[file.Name])),
                    ]
                )
            );
        }

        return files.TrueForAll(static file => file.Placements.All(static placement => placement.Judgement.Ok))
            ? new FinishOutcome.Finished(files, plan.Warnings)
            : new FinishOutcome.RulesBroken(files, plan.Warnings);
    }

    private static PlacementJudgement Judged(Placement placement, VideoFacts facts) =>
        new(placement.Id, PlacementRules.Judge(facts, placement));

    private static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
