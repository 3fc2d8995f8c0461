using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing;
using CommerceVideo.Generation;
using CommerceVideo.Publishing;
using CommerceVideo.Tests.Catalog;
using CommerceVideo.Tests.Publishing;

namespace CommerceVideo.Tests.Admin.Operations;

/// <summary>Rows with valid defaults; a test says only what it is about.</summary>
internal static class Rows
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static Product Product(bool deleted) =>
        new()
        {
            Id = Guid.CreateVersion7(At),
            ShopId = Guid.Empty,
            Gid = "gid://shopify/Product/1",
            Title = "Red dress",
            Tags = [],
            Status = "ACTIVE",
            RemoteUpdatedAt = At,
            SyncedAt = At,
            DeletedAt = deleted ? At : null,
        };

    public static SourceImage Image(string gid, ImageState state = ImageState.Accepted, string? hash = null) =>
        Images.Known(gid, state, hash: hash);

    public static PlannedBrief Brief(string hash, BriefState state, Use use = Use.Page) =>
        new()
        {
            Id = Guid.CreateVersion7(At),
            ShopId = Guid.Empty,
            ProductId = Guid.Empty,
            SourceImageId = Guid.Empty,
            ContentHash = hash,
            Use = use,
            State = state,
            Shots = "[]",
            CreatedAt = At,
        };

    public static Rendition Rendition(PlannedBrief brief) =>
        new()
        {
            Id = Guid.CreateVersion7(At),
            ShopId = Guid.Empty,
            BriefId = brief.Id,
            Placement = "shopify.product",
            FileKey = "clip.mp4",
            Sha256 = "00",
            Bytes = 10,
            PosterKey = "clip.jpg",
            Seconds = 7,
            Width = 1080,
            Height = 1350,
            CreatedAt = At,
        };

    public static Publication Published(Rendition rendition) =>
        Publications.Of(PublicationState.Published, rendition.Id, "gid://shopify/Video/9");

    public static Attempt Attempt(
        PlannedBrief brief,
        int number,
        string model,
        AttemptState state,
        decimal price = 0
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(At),
            ShopId = Guid.Empty,
            BriefId = brief.Id,
            Shot = 0,
            Number = number,
            Provider = "studio",
            Model = model,
            Size = "photo",
            Seconds = 3,
            Ratio = "9:16",
            Why = "It can.",
            State = state,
            PriceAmount = price,
            PriceCurrency = "USD",
            CreatedAt = At,
            ChangedAt = At,
        };
}
