using CommerceVideo.Jobs;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Outbound;
using CommerceVideo.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Catalog;

/// <summary>
/// Fetches one picture, judges it by its content, and keeps the file and what was read off it. A picture that will never do is
/// refused with the merchant's reason; a picture that is on the product already under another id starts nothing.
/// </summary>
internal sealed class ReadImageStep(
    AppDb db,
    ForeignFetch fetch,
    PhotoStudies studies,
    IObjectStore store,
    IEnumerable<IHears<ImageAccepted>> accepted,
    IEnumerable<IHears<ImagesGone>> gone,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "catalog.read-image";

    private static readonly TimeSpan LongTime = TimeSpan.FromHours(6);

    private const long MostBytes = 64L * 1024 * 1024;

    public static WorkRequest For(SourceImage image) => new(Kind, image.Id.ToString("N"), image.ShopId, WorkLane.Heavy);

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var image = await LoadAsync(run, ct);
        var product = await db.Products.SingleAsync(p => p.Id == image.ProductId, ct);
        if (image.State != ImageState.New || image.Address.Length == 0 || product.DeletedAt is not null)
        {
            return WorkOutcome.Finished;
        }

        using var folder = new ScratchFolder();
        var file = folder.File("photo");
        try
        {
            await fetch.ToFileAsync(new Uri(image.Address), file, MostBytes, ct);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException && !LongSeen(image))
        {
            // The picture's server is away: that says nothing of the picture.
            return new WorkOutcome.Away("The picture's server could not be reached.");
        }
        catch (Exception problem) when (problem is ForeignFetchException or HttpRequestException or IOException)
        {
            return new WorkOutcome.Retry($"The picture could not be fetched: {problem.Message}");
        }

        switch (await studies.StudyAsync(file, ct, product.Subject, image.Alt))
        {
            case StudyOutcome.Refused { Reason: var reason }:
                image.Refuse(reason.Code, reason.Text);
                await run.SaveAsync(db, ct, Replaced(image, null));
                break;
            case StudyOutcome.Studied studied:
                await AcceptAsync(run, image, studied.Study, file, ct);
                break;
        }

        return WorkOutcome.Finished;
    }

    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var image = await LoadAsync(run, ct);
        if (image.State == ImageState.New)
        {
            image.Refuse("not_fetched", $"{reason} Remove the picture and upload it again.");
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task AcceptAsync(WorkRun run, SourceImage image, PhotoStudy study, string file, CancellationToken ct)
    {
        await using (var content = File.OpenRead(file))
        {
            image.FileKey = (await store.PutAsync(content, "application/octet-stream", ct)).Key;
        }

        var replaced = Replaced(image, study.ContentHash);
        image.ContentHash = study.ContentHash;
        image.Facts = PictureFacts.Of(study).Write();
        image.State = ImageState.Accepted;
        (image.ReasonCode, image.ReasonText) = (null, null);
        var news = new ImageAccepted(image.ShopId, image.ProductId, image.Id);
        await run.SaveAsync(db, ct, [.. accepted.Causes(news), .. replaced]);
    }

    /// <summary>Under the same id stood another picture: what was made from that one no longer belongs here.</summary>
    private WorkRequest[] Replaced(SourceImage image, string? contentHash) =>
        image.ContentHash is { } before && before != contentHash
            ? gone.Causes(new ImagesGone(image.ShopId, image.ProductId))
            : [];

    private bool LongSeen(SourceImage image) => time.GetUtcNow() - image.SeenAt > LongTime;

    private Task<SourceImage> LoadAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        return db.SourceImages.SingleAsync(image => image.Id == id && image.ShopId == run.Shop, ct);
    }
}
