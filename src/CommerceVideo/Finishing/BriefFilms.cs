using System.Text.Json;
using CommerceVideo.Briefs;
using CommerceVideo.Channels;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Finishing.Records;
using CommerceVideo.Generation;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Finishing;

/// <summary>The files of a Brief from its kept Clips, and their place in storage. Nothing is generated here.</summary>
internal sealed class BriefFilms(
    Finisher finisher,
    IObjectStore store,
    BriefColours colours,
    FilmRecords records,
    ModelRegister register,
    IOptions<RenderingOptions> rendering,
    TimeProvider time
)
{
    /// <param name="collected">The attempt of each Shot, as <see cref="CollectedClips"/> chose them.</param>
    public async Task<FinishOutcome> MakeAsync(
        PlannedBrief brief,
        IReadOnlyList<Attempt> collected,
        IEnumerable<Placement> placements,
        FilmBrand brand,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var planned = new Brief(brief.Use, ShotJson.Read(brief.Shots));
        var footage =
            Footage.Of(planned, await FetchAsync(planned, collected, folder, ct))
            ?? throw new InvalidOperationException("The first film is complete.");
        return await finisher.FinishAsync(
            footage,
            [.. placements.Select(placement => placement.AtScale(rendering.Value.Scale))],
            UsePlacements.Poster(planned),
            folder.Path,
            ct,
            words: brand.Words,
            ground: GroundFill.Of(brand.Kit),
            bed: brand.Kit.Music,
            origin: new FilmOrigin(
                Generated: collected.Any(IsInvented),
                VerifyAt: name => records.AddressOf(brief.Id, brand, name).Page
            ),
            colours: await colours.OfAsync(brief, planned, collected, folder, ct)
        );
    }

    /// <summary>The rows of the files, which are in storage then. Their records are added to what the caller saves.</summary>
    /// <param name="shown">The attempts that the files were made from.</param>
    public async Task<IReadOnlyList<Rendition>> KeepAsync(
        AppDb db,
        PlannedBrief brief,
        IReadOnlyList<Attempt> shown,
        IReadOnlyList<FinishedFile> files,
        FilmBrand brand,
        CancellationToken ct
    )
    {
        var rows = new List<Rendition>();
        foreach (var file in files)
        {
            var video = await PutAsync(file.Video, "video/mp4", ct);
            var poster = await PutAsync(file.Poster.File, "image/jpeg", ct);
            await records.KeepAsync(db, brief, file, brand, shown, generated: shown.Any(IsInvented), ct);
            rows.AddRange(
                file.Placements.Select(placement => Row(brief, placement.Placement, file, video, poster.Key, brand))
            );
        }

        return rows;
    }

    private bool IsInvented(Attempt attempt) => register.Find(attempt.Model) is not { TrueToPhoto: true };

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

    private Rendition Row(
        PlannedBrief brief,
        string placement,
        FinishedFile file,
        StoredObject video,
        string poster,
        FilmBrand brand
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
            KitVersion = brand.Version?.Shop,
            KitCollection = brand.Version?.Collection,
            KitVariant = brand.Version?.Variant,
            Offer = Placements.Get(placement).Words.Allowed.Value ? brand.Offer : null,
            CreatedAt = time.GetUtcNow(),
        };

    private async Task<StoredObject> PutAsync(string path, string type, CancellationToken ct)
    {
        await using var content = File.OpenRead(path);
        return await store.PutAsync(content, type, ct);
    }
}
