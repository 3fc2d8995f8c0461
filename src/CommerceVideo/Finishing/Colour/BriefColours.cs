using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Generation;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.VideoModels.Register;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Finishing.Colour;

/// <summary>Loads what a Brief's colours are held against: its photo, and what was asked of the models.</summary>
internal sealed class BriefColours(
    AppDb db,
    IObjectStore store,
    PhotoStudies studies,
    ModelRegister register,
    FfmpegRunner ffmpeg
)
{
    /// <returns>Null where no model invented anything, or the photo is gone.</returns>
    public async Task<TakeColours?> OfAsync(
        PlannedBrief brief,
        Brief planned,
        IReadOnlyList<Attempt> collected,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var wishes = collected.Select(attempt => Wish(planned, attempt)).ToList();
        var image = await db.SourceImages.SingleOrDefaultAsync(one => one.Id == brief.SourceImageId, ct);
        if (image?.FileKey is not { } key || !wishes.Exists(static wish => wish.Invented))
        {
            return null;
        }

        var product = await db.Products.SingleAsync(one => one.Id == brief.ProductId, ct);
        var file = folder.File("photo-for-colour");
        await store.FetchToFileAsync(key, file, ct);
        return await studies.StudyAsync(file, ct, product.Subject) is StudyOutcome.Studied studied
            ? new TakeColours(studied.Study, wishes, ffmpeg)
            : null;
    }

    private ColourWish Wish(Brief planned, Attempt attempt) =>
        new(
            register.Find(attempt.Model) is not { TrueToPhoto: true },
            planned.Shots[attempt.Shot].Move,
            AspectRatio.Parse(attempt.Ratio)
        );
}
