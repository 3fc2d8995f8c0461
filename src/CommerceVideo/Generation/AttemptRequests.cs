using System.Security.Cryptography;
using System.Text;
using CommerceVideo.Brands;
using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Shops;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Prompts;
using CommerceVideo.VideoModels.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Generation;

/// <summary>From an attempt's rows to what is asked of its model. The picture's bytes are fetched only when somebody wants them.</summary>
internal sealed class AttemptRequests(
    AppDb db,
    ModelRegister register,
    ProviderKeys keys,
    CallbackAddresses callbacks,
    IObjectStore store,
    Following following,
    CastPhotos castPhotos,
    IOptions<RenderingOptions> rendering
)
{
    private const string Removed = "A casting picture was removed from the brand kit since: it is not sent.";

    /// <returns>Null when the model has left the register, or its key is gone.</returns>
    public async Task<GenerationRequest?> OfAsync(
        Attempt attempt,
        AttemptRows rows,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var usable = await keys.OfShopAsync(attempt.ShopId, ct);
        if (register.Find(attempt.Model) is not { } model || !usable.TryGetValue(model.Provider, out var key))
        {
            return null;
        }

        var shot = ShotJson.Read(rows.Brief.Shots)[attempt.Shot];
        var (photo, picture) = shot.Follows is null
            ? (Photo(rows, folder), PictureFacts.Read(rows.Image.Facts!))
            : await following.PictureAsync(attempt, rows, shot, folder, ct);
        return new GenerationRequest(
            attempt.Id,
            Order(attempt, model),
            shot,
            photo,
            picture,
            Words(rows, picture, shot)
        )
        {
            Key = key,
            Callback = attempt.RendersHere ? null : callbacks.To(model.Provider, attempt.Id),
            Ending = shot.Loop ? photo : null,
            References = await ReferencesAsync(attempt, model, shot, folder, ct),
            SentBefore = attempt.Sends > 1,
            Scale = rendering.Value.Scale,
        };
    }

    private async Task<IReadOnlyList<ReferencePicture>> ReferencesAsync(
        Attempt attempt,
        VideoModel model,
        Shot shot,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var choice = ReferenceChoice.Of(model, shot);
        var kept = await castPhotos.OfAsync(attempt.ShopId, choice, folder, ct);
        if (kept.Count < choice.Sent.Count && !attempt.IsOut && !attempt.Warnings.Contains(Removed))
        {
            attempt.Warnings = [.. attempt.Warnings, Removed];
        }

        return kept;
    }

    private PhotoFile Photo(AttemptRows rows, ScratchFolder folder) =>
        new(
            rows.Brief.ContentHash,
            async token =>
            {
                var file = folder.File("photo");
                await store.FetchToFileAsync(rows.Image.FileKey!, file, token);
                return file;
            }
        );

    /// <returns>Null when it has left the register.</returns>
    public VideoModel? ModelOf(Attempt attempt) => register.Find(attempt.Model);

    public async Task<AttemptRows> RowsAsync(Attempt attempt, CancellationToken ct)
    {
        var brief = await db.Briefs.SingleAsync(b => b.Id == attempt.BriefId, ct);
        var image = await db.SourceImages.SingleAsync(i => i.Id == brief.SourceImageId, ct);
        var product = await db.Products.SingleAsync(p => p.Id == brief.ProductId, ct);
        var gone = await db.Shops.AnyAsync(s => s.Id == attempt.ShopId && s.UninstalledAt != null, ct);
        return new AttemptRows(brief, image, product, gone);
    }

    /// <summary>What is bought, so that the same is told from another: kept with the money.</summary>
    public static string HashOf(GenerationRequest request) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{request.Model.Id}|{request.Order.Size.Name}|{request.Order.Seconds}|{request.Order.Ratio}|{request.Photo.Hash}|{request.Shot}|{request.Words.Subject}|{request.Words.Note}"
                )
            )
        );

    // As it was decided: prices and sizes of the register may have moved since.
    private static ModelOrder Order(Attempt attempt, VideoModel model) =>
        new(
            model,
            model.Sizes.FirstOrDefault(size => size.Name == attempt.Size) ?? model.Sizes[0],
            attempt.Seconds,
            AspectRatio.Parse(attempt.Ratio),
            attempt.Price,
            attempt.Warnings
        );

    private static PromptWords Words(AttemptRows rows, PictureFacts picture, Shot shot) =>
        new(
            rows.Product.Subject,
            ProductCategory.Fabric(ProductCategory.FactsOf(rows.Product)),
            picture.Person == true,
            rows.Brief.Note,
            shot.Avoid?.Split(", ") ?? []
        );
}

/// <summary>The rows that an attempt stands on.</summary>
/// <param name="ShopLeft">The shop took the app away.</param>
internal sealed record AttemptRows(PlannedBrief Brief, SourceImage Image, Product Product, bool ShopLeft)
{
    /// <summary>Its picture, its product or its shop is gone.</summary>
    public bool IsUnwanted => ShopLeft || Brief.Stale || Product.DeletedAt is not null;

    public string Category => ProductCategory.Of(ProductCategory.FactsOf(Product));
}
