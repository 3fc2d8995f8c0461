using System.Text.Json;
using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Quality;
using CommerceVideo.Quality.Checks;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Generation;

/// <summary>Shots that go on where another ended: when they can start, from which picture, and whether the join holds.</summary>
internal sealed class Following(
    AppDb db,
    IObjectStore store,
    FrameGrabs frames,
    PhotoReader photos,
    PhotoStudies studies,
    EndColours ends
)
{
    /// <summary>The Shot it goes on from has its Clip; one of its own can start at once. Pure.</summary>
    public static bool CanStart(Shot shot, IReadOnlyList<Shot> shots, IReadOnlyList<Attempt> attempts) =>
        shot.Follows is null || Before(shot, shots, attempts) is not null;

    public static bool IsFollowed(AttemptRun run) =>
        ShotJson.Read(run.Rows.Brief.Shots).Any(shot => shot.Follows == run.Request.Shot.Name);

    /// <summary>
    /// The last picture of the Clip before, in the photo's own colours, and what is known of it: no more than its size and
    /// ground.
    /// </summary>
    public async Task<(PhotoFile Photo, PictureFacts Facts)> PictureAsync(
        Attempt attempt,
        AttemptRows rows,
        Shot shot,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var shots = ShotJson.Read(rows.Brief.Shots);
        var attempts = await db.Attempts.Where(a => a.BriefId == attempt.BriefId).ToListAsync(ct);
        var before =
            Before(shot, shots, attempts)
            ?? throw new InvalidOperationException($"{shot.Name} was started before {shot.Follows} had its clip.");
        var clip = JsonSerializer.Deserialize<Clip>(before.Clip!)!;
        var photo = new PhotoFile(
            $"{before.ClipKey} last",
            token => LastFrameAsync(before.ClipKey!, rows, folder, token)
        )
        {
            Framed = true,
        };
        var known = PictureFacts.Read(rows.Image.Facts!);
        return (
            photo,
            known with
            {
                Width = clip.Width,
                Height = clip.Height,
                Mask = MaskKind.None,
                Confidence = 0,
                Box = new PixelBox(0, 0, clip.Width, clip.Height),
            }
        );
    }

    /// <summary>Why a Clip does not go on from the one before, which becomes a warning of its attempt; null when it does or need not.</summary>
    public async Task<string?> BrokenJoinAsync(AttemptRun run, Clip clip, CancellationToken ct)
    {
        var attempt = run.Attempt;
        if (run.Request.Shot.Follows is null)
        {
            return null;
        }

        var first = run.Folder.File("first.png");
        await frames.FirstAsync(clip.File, first, ct);
        if (
            await photos.ReadAsync(await run.Request.Photo.PathAsync(ct), ct) is not PhotoReading.Accepted before
            || await photos.ReadAsync(first, ct) is not PhotoReading.Accepted after
        )
        {
            return null;
        }

        var finding = JoinCheck.Of(before.Photo, after.Photo);
        if (finding.Holds)
        {
            return null;
        }

        var text = $"It does not go on from the shot before: {finding}.";
        attempt.Warnings = [.. attempt.Warnings, text];
        return text;
    }

    private static Attempt? Before(Shot shot, IReadOnlyList<Shot> shots, IReadOnlyList<Attempt> attempts) =>
        attempts
            .Where(attempt => attempt.State == AttemptState.Collected && shots[attempt.Shot].Name == shot.Follows)
            .MaxBy(static attempt => attempt.Number);

    private async Task<string> LastFrameAsync(
        string clipKey,
        AttemptRows rows,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var (video, png) = (folder.File("before.mp4"), folder.File("last.png"));
        if (!File.Exists(png))
        {
            await store.FetchToFileAsync(clipKey, video, ct);
            await frames.LastAsync(video, png, ct, await ColoursAsync(video, rows, folder, ct));
        }

        return png;
    }

    private async Task<ColourTransform?> ColoursAsync(
        string video,
        AttemptRows rows,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var photo = folder.File("photo-before");
        await store.FetchToFileAsync(rows.Image.FileKey!, photo, ct);
        return await studies.StudyAsync(photo, ct, rows.Product.Subject) is StudyOutcome.Studied { Study: var study }
            ? await ends.OfAsync(study, video, ct)
            : null;
    }
}
