using System.Security.Cryptography;
using CommerceVideo.Channels;
using CommerceVideo.Finishing.Sound;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Marks;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Finishing;

/// <summary>
/// The last step of every file: its sound is laid under it, it is marked with what it is, read back and held against its
/// placements. Pictures are not encoded again, so placements that differ in loudness alone share their encode.
/// </summary>
internal sealed class FilmClosing(FfmpegRunner ffmpeg, VideoProbe probe)
{
    private const string Finished = "finished";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="folder">Holds the encoded files of the plan; the finished ones go into a folder in it.</param>
    public async Task<FinishOutcome> CloseAsync(
        FinishingPlan plan,
        IReadOnlyList<Placement> placements,
        string folder,
        CancellationToken ct
    )
    {
        var finished = Directory.CreateDirectory(Path.Combine(folder, Finished)).FullName;
        var (tracks, problem) = await TracksAsync(plan, folder, ct);
        var files = new List<FinishedFile>();
        foreach (var file in plan.Renditions)
        {
            var shown = placements.Where(placement => file.Placements.Contains(placement.Id, StringComparer.Ordinal));
            foreach (var alike in shown.GroupBy(placement => SoundWish.Of(placement, music: tracks is not null)))
            {
                var sounded = await SoundAsync(plan, file, alike.Key, tracks, folder, ct);
                files.Add(await CloseAsync(plan, file, alike.Key, sounded, [.. alike], finished, ct));
            }
        }

        IReadOnlyList<string> warnings = problem is null
            ? plan.Warnings
            : [.. plan.Warnings, $"{problem} The films are silent."];
        return files.TrueForAll(static file => file.Placements.All(static placement => placement.Judgement.Ok))
            ? new FinishOutcome.Finished(files, warnings)
            : new FinishOutcome.RulesBroken(files, warnings);
    }

    /// <summary>Music that cannot be used costs a film its sound, not its being made.</summary>
    private async Task<(SoundTracks? Tracks, string? Problem)> TracksAsync(
        FinishingPlan plan,
        string folder,
        CancellationToken ct
    )
    {
        if (plan.Bed is not { } bed)
        {
            return (null, null);
        }

        var tracks = new SoundTracks(ffmpeg, bed, folder);
        return await tracks.ReadAsync(plan.Seconds, ct) is { } problem ? (null, problem) : (tracks, null);
    }

    private async Task<(string Video, SoundLevel Heard)> SoundAsync(
        FinishingPlan plan,
        RenditionPlan file,
        SoundWish wish,
        SoundTracks? tracks,
        string folder,
        CancellationToken ct
    )
    {
        var encoded = Path.Combine(folder, file.VideoFile);
        if (wish is { Track: true, Level: null })
        {
            // It was encoded with silence.
            return (encoded, SoundLevel.Silence);
        }

        var seconds = (double)file.Frames / plan.Fps;
        var track = wish.Level is { } level ? await tracks!.OfAsync(seconds, level, ct) : null;
        var sounded = Path.Combine(folder, $"{file.Name}{wish.Suffix}.sounded.mp4");
        await ffmpeg.RunAsync(SoundCommand.Lay(encoded, track?.File, seconds, sounded), Limit, ct);
        return (sounded, track?.Heard ?? SoundLevel.Silence);
    }

    private async Task<FinishedFile> CloseAsync(
        FinishingPlan plan,
        RenditionPlan file,
        SoundWish wish,
        (string Video, SoundLevel Heard) sounded,
        IReadOnlyList<Placement> placements,
        string finished,
        CancellationToken ct
    )
    {
        var name = $"{file.Name}{wish.Suffix}";
        var (video, poster) = (Path.Combine(finished, $"{name}.mp4"), Path.Combine(finished, $"{name}.jpg"));
        var mark = plan.Origin.Mark(name);
        await Mp4Marking.CopyAsync(sounded.Video, video, mark, ct);
        await JpegMarking.CopyAsync(Path.Combine(Path.GetDirectoryName(finished)!, file.PosterFile), poster, mark, ct);
        var facts = await probe.ReadBackAsync(video, ct);
        return new FinishedFile(
            video,
            await HashAsync(video, ct),
            facts,
            new Poster(poster, await HashAsync(poster, ct)),
            [
                .. placements.Select(placement => new PlacementJudgement(
                    placement.Id,
                    PlacementRules.Judge(facts, placement, sounded.Heard)
                )),
            ]
        )
        {
            Heard = sounded.Heard,
        };
    }

    private static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
