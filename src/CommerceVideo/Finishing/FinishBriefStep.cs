using System.Text.Json;
using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Channels;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Finishing.Records;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Finishing;

/// <summary>Once every Shot of a Brief that is filmed has its Clip: cuts, encodes and checks the files of its placements, and keeps them.</summary>
internal sealed class FinishBriefStep(
    AppDb db,
    Finisher finisher,
    IObjectStore store,
    BriefColours colours,
    FilmRecords records,
    IEnumerable<IHears<RenditionsMade>> made,
    ModelRegister register,
    IOptions<RenderingOptions> rendering,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "finishing.brief";

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var brief = await LoadAsync(run, ct);
        var deleted = await db.Products.AnyAsync(p => p.Id == brief.ProductId && p.DeletedAt != null, ct);
        if (brief.Stale || deleted || brief.State is not (BriefState.Generating or BriefState.Finishing))
        {
            return WorkOutcome.Finished;
        }

        var planned = new Brief(brief.Use, ShotJson.Read(brief.Shots));
        var attempts = await db.Attempts.Where(a => a.BriefId == brief.Id).ToListAsync(ct);
        if (CollectedClips.Of(planned, attempts) is not { } collected)
        {
            return WorkOutcome.Finished;
        }

        brief.State = BriefState.Finishing;
        await run.SaveAsync(db, ct);
        using var folder = new ScratchFolder();
        var footage =
            Footage.Of(planned, await FetchAsync(planned, collected, folder, ct))
            ?? throw new InvalidOperationException("The first film is complete.");
        var placements = UsePlacements.Of(brief.Use).Select(p => p.AtScale(rendering.Value.Scale)).ToList();
        var outcome = await finisher.FinishAsync(
            footage,
            placements,
            UsePlacements.Poster(planned),
            folder.Path,
            ct,
            colours: await colours.OfAsync(brief, planned, collected, folder, ct),
            origin: new FilmOrigin(IsInvented(collected), name => records.AddressOf(brief.Id, name).Page)
        );
        switch (outcome)
        {
            case FinishOutcome.Finished finished:
                KeptColour.Keep(collected, finished.Colours);
                await KeepAsync(run, brief, finished.Files, collected, ct);
                return WorkOutcome.Finished;
            case FinishOutcome.RulesBroken broken:
                var rules = broken
                    .Files.SelectMany(static f => f.Placements)
                    .SelectMany(static p => p.Judgement.Broken);
                brief.Park(
                    "placement_rules",
                    $"The finished video breaks a rule of its placement: {string.Join(", ", rules.Select(static r => r.Rule))}."
                );
                break;
            case FinishOutcome.ClipUnusable unusable:
                brief.Park("clip_unusable", $"The clip cannot be used: {unusable.Reason}");
                break;
        }

        await run.SaveAsync(db, ct);
        return WorkOutcome.Finished;
    }

    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var brief = await LoadAsync(run, ct);
        brief.Park("not_finished", reason);
        await db.SaveChangesAsync(ct);
    }

    private async Task<Dictionary<string, Clip>> FetchAsync(
        Brief brief,
        IReadOnlyList<Attempt> attempts,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var clips = new Dictionary<string, Clip>(StringComparer.Ordinal);
        foreach (var attempt in attempts)
        {
            var file = folder.File($"clip-{attempt.Shot}.mp4");
            await store.FetchToFileAsync(attempt.ClipKey!, file, ct);
            clips[brief.Shots[attempt.Shot].Name] = JsonSerializer.Deserialize<Clip>(attempt.Clip!)! with
            {
                File = file,
            };
        }

        return clips;
    }

    private async Task KeepAsync(
        WorkRun run,
        PlannedBrief brief,
        IReadOnlyList<FinishedFile> files,
        IReadOnlyList<Attempt> shown,
        CancellationToken ct
    )
    {
        var known = await db
            .Renditions.Where(r => r.BriefId == brief.Id)
            .Select(static r => r.Placement)
            .ToListAsync(ct);
        foreach (var file in files)
        {
            var video = await PutAsync(file.Video, "video/mp4", ct);
            var poster = await PutAsync(file.Poster.File, "image/jpeg", ct);
            await records.KeepAsync(db, brief, file, shown, IsInvented(shown), ct);
            foreach (var placement in file.Placements.Select(static p => p.Placement).Where(p => !known.Contains(p)))
            {
                db.Renditions.Add(Rendition(brief, placement, file, video, poster.Key));
            }
        }

        brief.State = Next(brief, IsInvented(shown));
        await run.SaveAsync(db, ct, made.Causes(new RenditionsMade(brief.ShopId, brief.ProductId, brief.Id)));
    }

    private bool IsInvented(IReadOnlyList<Attempt> shown) =>
        !shown.All(attempt => register.Find(attempt.Model) is { TrueToPhoto: true });

    /// <summary>
    /// What a model invented waits for a person, and so does what a person asked for again: what stands is not replaced behind
    /// their back. What shows the photo's own pixels for the first time needs nobody.
    /// </summary>
    internal static BriefState Next(PlannedBrief brief, bool invented) =>
        invented || brief.Version > 1 ? BriefState.Review
        : brief.Use == Use.Page ? BriefState.Publishing
        : BriefState.Done;

    private Rendition Rendition(
        PlannedBrief brief,
        string placement,
        FinishedFile file,
        StoredObject video,
        string poster
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ShopId = brief.ShopId,
            BriefId = brief.Id,
            Placement = placement,
            FileKey = video.Key,
            Sha256 = video.Sha256,
            Bytes = video.Bytes,
            PosterKey = poster,
            Seconds = file.Facts.Timing.Seconds,
            Width = file.Facts.Picture.Shown.Width,
            Height = file.Facts.Picture.Shown.Height,
            CreatedAt = time.GetUtcNow(),
        };

    private async Task<StoredObject> PutAsync(string path, string type, CancellationToken ct)
    {
        await using var content = File.OpenRead(path);
        return await store.PutAsync(content, type, ct);
    }

    private Task<PlannedBrief> LoadAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        return db.Briefs.SingleAsync(brief => brief.Id == id && brief.ShopId == run.Shop, ct);
    }
}

internal sealed class FinishOnClipCollected : IHears<ClipCollected>
{
    public IEnumerable<WorkRequest> Hear(ClipCollected news) =>
        [new WorkRequest(FinishBriefStep.Kind, news.Brief.ToString("N"), news.Shop, WorkLane.Heavy)];
}
