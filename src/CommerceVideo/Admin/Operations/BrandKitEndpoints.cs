using System.Globalization;
using CommerceVideo.Brands;
using CommerceVideo.Brands.Files;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CommerceVideo.Admin.Operations;

/// <summary>
/// A shop's brand kit for an operator's tools: read, keep, bring its files, export and import. What is read and kept is the
/// kit's own JSON; the version is its ETag, and If-Match keeps one writer from undoing another's change.
/// </summary>
internal static class BrandKitEndpoints
{
    private const long MostJson = 256 * 1024;

    private const long MostArchive = 120L * 1024 * 1024;

    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);

    public static void MapBrandKit(this RouteGroupBuilder operations)
    {
        var group = operations.MapGroup("/shops/{domain}/brand-kit");
        group.MapGet("/", ReadAsync);
        group.MapPut("/", KeepAsync).WithMetadata(new RequestSizeLimitAttribute(MostJson));
        group.MapGet("/versions", VersionsAsync);
        group
            .MapPost("/files", KeepFileAsync)
            .WithMetadata(new RequestSizeLimitAttribute(BrandFiles.MostBytes + MostJson));
        group.MapGet("/archive", ExportAsync);
        group.MapPut("/archive", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(MostArchive));
    }

    /// <param name="collection">The variant for a collection, by its handle; left out, the whole shop's kit.</param>
    /// <param name="version">Left out, the newest.</param>
    private static async Task<Results<ContentHttpResult, NotFound>> ReadAsync(
        string domain,
        string? collection,
        int? version,
        OperatedShops shops,
        BrandKits kits,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        var which = collection ?? BrandKit.WholeShop;
        var kit = version is { } wanted
            ? await kits.VersionAsync(shop, which, wanted, ct)
            : await kits.NewestAsync(shop, which, ct);
        if (kit is null && version is not null)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = $"\"{kit?.Version ?? 0}\"";
        return TypedResults.Text(KitJson.Write(kit?.Read() ?? KitContent.Empty), "application/json");
    }

    private static async Task<
        Results<Ok<KeptKit>, NotFound, UnprocessableEntity<ReasonReport>, Conflict<ReasonReport>>
    > KeepAsync(
        string domain,
        string? collection,
        HttpRequest request,
        OperatedShops shops,
        BrandKitKeeping keeping,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        using var reader = new StreamReader(request.Body);
        var (kit, wrong) = KitJson.Read(await reader.ReadToEndAsync(ct));
        return kit is null
            ? Refused(wrong!)
            : Told(await keeping.KeepAsync(shop, collection?.Trim() ?? "", kit, BasedOn(request), ct));
    }

    private static async Task<Results<Ok<IReadOnlyList<KitVersionRow>>, NotFound>> VersionsAsync(
        string domain,
        OperatedShops shops,
        BrandKits kits,
        CancellationToken ct
    ) =>
        await shops.FindAsync(domain, ct) is { } shop
            ? TypedResults.Ok<IReadOnlyList<KitVersionRow>>([
                .. (await kits.VersionsAsync(shop, ct)).Select(static kit => new KitVersionRow(
                    kit.Collection,
                    kit.Version,
                    kit.CreatedAt
                )),
            ])
            : TypedResults.NotFound();

    private static async Task<Results<Ok<KeptBrandFile>, NotFound, UnprocessableEntity<ReasonReport>>> KeepFileAsync(
        string domain,
        HttpRequest request,
        OperatedShops shops,
        BrandFiles files,
        IObjectStore store,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        if (!request.HasFormContentType || (await request.ReadFormAsync(ct)).Files["file"] is not { } sent)
        {
            return Refused("Send a form (multipart/form-data) with one file in the field “file”.");
        }

        await using var content = sent.OpenReadStream();
        var (file, wrong) = await files.KeepAsync(shop, content, sent.FileName, ct);
        return file is null
            ? Refused(wrong!)
            : TypedResults.Ok(
                new KeptBrandFile(
                    file.Name,
                    LowerCase.Write(file.Kind),
                    file.Facts,
                    file.Bytes,
                    store.LinkTo(file.Name, LinkLife)
                )
            );
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> ExportAsync(
        string domain,
        string? collection,
        OperatedShops shops,
        BrandKits kits,
        KitArchive archive,
        CancellationToken ct
    )
    {
        var which = collection ?? BrandKit.WholeShop;
        return await shops.FindAsync(domain, ct) is { } shop && await kits.NewestAsync(shop, which, ct) is { } kit
            ? TypedResults.Stream(
                async body =>
                {
                    // The archive is written where one can seek back, so that what reads it need not trust its order.
                    using var folder = new ScratchFolder();
                    await using var file = File.Create(folder.File("kit.zip"));
                    await archive.WriteAsync(kit.Read(), file, ct);
                    file.Position = 0;
                    await file.CopyToAsync(body, ct);
                },
                "application/zip",
                "brand-kit.zip"
            )
            : TypedResults.NotFound();
    }

    private static async Task<
        Results<Ok<KeptKit>, NotFound, UnprocessableEntity<ReasonReport>, Conflict<ReasonReport>>
    > ImportAsync(
        string domain,
        string? collection,
        HttpRequest request,
        OperatedShops shops,
        KitArchive archive,
        BrandKitKeeping keeping,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        using var folder = new ScratchFolder();
        await using var file = File.Create(folder.File("kit.zip"));
        await request.Body.CopyToAsync(file, ct);
        file.Position = 0;
        var (kit, wrong) = await archive.ReadAsync(shop, file, ct);
        return kit is null
            ? Refused(wrong!)
            : Told(await keeping.KeepAsync(shop, collection?.Trim() ?? "", kit, BasedOn(request), ct));
    }

    private static Results<Ok<KeptKit>, NotFound, UnprocessableEntity<ReasonReport>, Conflict<ReasonReport>> Told(
        BrandKitOutcome outcome
    ) =>
        outcome switch
        {
            BrandKitOutcome.Kept kept => TypedResults.Ok(new KeptKit(kept.Version, kept.Warnings)),
            BrandKitOutcome.Refused refused => Refused(refused.Text),
            BrandKitOutcome.ChangedMeanwhile meanwhile => TypedResults.Conflict(
                new ReasonReport(
                    "changed_meanwhile",
                    $"The kit was changed meanwhile and is at version {meanwhile.Version}: read it again and repeat the change."
                )
            ),
            _ => throw new InvalidOperationException("A kit is kept or refused."),
        };

    private static UnprocessableEntity<ReasonReport> Refused(string text) =>
        TypedResults.UnprocessableEntity(new ReasonReport("kit_not_possible", text));

    private static int? BasedOn(HttpRequest request) =>
        int.TryParse(
            request.Headers.IfMatch.ToString().Trim('"'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var version
        )
            ? version
            : null;
}

internal sealed record KeptKit(int Version, IReadOnlyList<string> Warnings);

internal sealed record KitVersionRow(string Collection, int Version, DateTimeOffset CreatedAt);

/// <param name="File">What a kit names it by.</param>
/// <param name="Address">A signed link that ends.</param>
internal sealed record KeptBrandFile(string File, string Kind, string Facts, long Bytes, Uri Address);
