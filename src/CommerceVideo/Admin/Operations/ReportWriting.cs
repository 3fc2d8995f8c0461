using System.Globalization;
using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Generation;
using CommerceVideo.Platform.Database;
using CommerceVideo.Publishing;

namespace CommerceVideo.Admin.Operations;

/// <summary>From rows to what is said of a product; pure.</summary>
internal static class ReportWriting
{
    public static ProductReport Of(ProductRows rows, Func<string, Uri> link)
    {
        var (state, reason) = Judge(rows);
        return new ProductReport(
            rows.Product.Gid,
            rows.Product.Title,
            rows.Images.FirstOrDefault(static i => i.State != ImageState.Gone)?.Address ?? "",
            state,
            reason,
            [
                .. rows.Images.Select(static i => new ImageReport(
                    i.MediaGid,
                    LowerCase.Write(i.State),
                    Reason(i.ReasonCode, i.ReasonText)
                )),
            ],
            [.. rows.Briefs.Where(static b => !b.Stale).SelectMany(brief => Videos(brief, rows, link))],
            SecondsToReady(rows),
            ModelSpread.Of(
                rows.Briefs.SelectMany(brief => rows.Attempts[brief.Id])
                    .Select(static attempt => (attempt.Model, KeptColour.Read(attempt.Clip)))
            )
        );
    }

    private static (string State, ReasonReport? Reason) Judge(ProductRows rows)
    {
        var images = rows.Images.Where(static i => i.State != ImageState.Gone).ToArray();
        var briefs = rows.Briefs.Where(static b => !b.Stale).ToArray();
        var refused = images.FirstOrDefault(static i => i.State == ImageState.Refused);
        var parked = briefs.FirstOrDefault(static b => b.State == BriefState.Parked);
        if (rows.Product.DeletedAt is not null)
        {
            return ("refused", new ReasonReport("product_deleted", "The product was deleted in the shop."));
        }

        if (images.Any(static i => i.State == ImageState.New) || briefs.Any(Open) || Unplanned(images, briefs))
        {
            return ("working", null);
        }

        if (parked is not null)
        {
            return ("parked", Reason(parked.ReasonCode, parked.ReasonText));
        }

        if (briefs.Any(static b => b.State == BriefState.Review))
        {
            return (
                "review",
                new ReasonReport(
                    "needs_person",
                    "A video model made pictures that are not in the photo. Look at the video, then approve or reject it."
                )
            );
        }

        if (images.Length == 0)
        {
            return (
                "refused",
                new ReasonReport("no_picture", "The product has no picture yet. Add one and its video follows.")
            );
        }

        if (images.All(static i => i.State == ImageState.Refused))
        {
            return ("refused", Reason(refused?.ReasonCode, refused?.ReasonText));
        }

        return briefs.All(static b => b.State == BriefState.NotPossible)
            ? ("refused", Reason(briefs[0].ReasonCode, briefs[0].ReasonText))
            : ("ready", Reason(refused?.ReasonCode, refused?.ReasonText));
    }

    private static double? SecondsToReady(ProductRows rows) =>
        (
            from brief in rows.Briefs
            join image in rows.Images on brief.SourceImageId equals image.Id
            from rendition in rows.Renditions[brief.Id]
            from publication in rows.Publications[rendition.Id]
            where publication.State == PublicationState.Published
            select (double?)(publication.ChangedAt - image.SeenAt).TotalSeconds
        ).Min();

    private static bool Open(PlannedBrief brief) =>
        brief.State is BriefState.Generating or BriefState.Finishing or BriefState.Publishing;

    private static bool Unplanned(SourceImage[] images, PlannedBrief[] briefs) =>
        images.Any(i => i.State == ImageState.Accepted && !briefs.Any(b => b.ContentHash == i.ContentHash));

    private static IEnumerable<VideoReport> Videos(PlannedBrief brief, ProductRows rows, Func<string, Uri> link)
    {
        var attempts = rows.Attempts[brief.Id].OrderBy(static a => a.Shot).ThenBy(static a => a.Number).ToArray();
        var renditions = rows.Renditions[brief.Id].OrderBy(static r => r.Placement, StringComparer.Ordinal).ToArray();
        if (renditions.Length == 0)
        {
            yield return Video(brief, attempts, rendition: null, publication: null, link);
        }

        foreach (var rendition in renditions)
        {
            yield return Video(brief, attempts, rendition, rows.Publications[rendition.Id].FirstOrDefault(), link);
        }
    }

    private static VideoReport Video(
        PlannedBrief brief,
        IReadOnlyList<Attempt> attempts,
        Rendition? rendition,
        Publication? publication,
        Func<string, Uri> link
    ) =>
        new(
            (rendition?.Id ?? brief.Id).ToString(),
            LowerCase.Write(brief.Use),
            rendition?.Placement ?? "",
            rendition is null ? null : link(rendition.FileKey),
            rendition?.Sha256,
            rendition is null ? null : link(rendition.PosterKey),
            rendition?.Seconds ?? 0,
            rendition?.Width ?? 0,
            rendition?.Height ?? 0,
            State(brief, rendition, publication),
            publication?.State == PublicationState.Published ? publication.MediaGid : null,
            attempts is [.., var last] ? last.Model : "",
            attempts is [.., var latest] ? latest.Why : "",
            Verdict: null,
            Reason(brief.ReasonCode, brief.ReasonText),
            [.. attempts.Select(Attempt)],
            [],
            rendition?.Kit?.ToString(),
            rendition?.Offer,
            brief.Warnings
        );

    private static string State(PlannedBrief brief, Rendition? rendition, Publication? publication) =>
        brief.State is BriefState.Parked or BriefState.NotPossible ? "failed"
        : brief.State == BriefState.Review ? "review"
        : brief.State == BriefState.Rejected ? "rejected"
        : rendition is null || brief.State != BriefState.Done ? "making"
        : publication?.State == PublicationState.Published ? "published"
        : "stored";

    private static AttemptReport Attempt(Attempt attempt) =>
        new(
            attempt.Model,
            LowerCase.Write(attempt.State),
            attempt.Failure?.ToString(),
            new PriceReport(
                attempt.PriceAmount.ToString("0.00####", CultureInfo.InvariantCulture),
                attempt.PriceCurrency
            ),
            KeptColour.Read(attempt.Clip)
        );

    private static ReasonReport? Reason(string? code, string? text) => code is null ? null : new(code, text ?? "");
}
