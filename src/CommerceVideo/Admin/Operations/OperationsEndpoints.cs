using System.Security.Cryptography;
using System.Text;
using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Generation;
using CommerceVideo.Platform.Database;
using CommerceVideo.Publishing;
using CommerceVideo.Routing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Admin.Operations;

/// <summary>For whoever runs the installation: what came in, what was made, what is stuck and why, and what a person decides.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/operations").AddEndpointFilter(OnlyOperatorsAsync);
        group.MapGet("/report", ReportAsync);
        group.MapGet("/models", ModelsAsync);
        group.MapPost("/regenerations", RegenerateAsync);
        group.MapPost("/reviews/{brief:guid}/approval", ApproveAsync);
        group.MapPost("/reviews/{brief:guid}/rejection", RejectAsync);
        group.MapGet("/unclear", UnclearAsync);
        group.MapPost("/unclear/{generation:guid}/resolution", ResolveAsync);
        group.MapPost("/unclear/{generation:guid}/look", LookAgainAsync);
        group.MapRecipes();
        group.MapProviderKeys();
        group.MapCasting();
        group.MapBrandKit();
        group.MapPreview();
        group.MapCollectionLook();
        group.MapRouteChoices();
        group.MapSigningKeys();
    }

    private static async Task<JsonHttpResult<SystemReport>> ReportAsync(ReportReader reader, CancellationToken ct) =>
        TypedResults.Json(await reader.ReadAsync(ct), ReportJson.Options);

    /// <summary>
    /// The models that can be asked by name now, with the installation's keys and with a shop's own where one is named: for
    /// anything, or for a product's video of a use.
    /// </summary>
    private static async Task<Results<Ok<IReadOnlyList<UsableModel>>, NotFound, BadRequest<ReasonReport>>> ModelsAsync(
        string? shop,
        string? product,
        string? use,
        OperatedShops shops,
        AbleModels able,
        CancellationToken ct
    )
    {
        var wanted = use is null ? null : UseWords.Read(use);
        if (wanted is null && use is not null)
        {
            return TypedResults.BadRequest(
                new ReasonReport(
                    "unknown_use",
                    $"'{use}' is no use; there are {string.Join(", ", Enum.GetValues<Use>().Select(UseWords.Word))}."
                )
            );
        }

        return (shop is null ? Guid.Empty : await shops.FindAsync(shop, ct)) is { } known
            ? TypedResults.Ok(await able.OfAsync(known, product, wanted, ct))
            : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<RegenerationAsked>, NotFound<ReasonReport>>> RegenerateAsync(
        RegenerationBody body,
        AppDb db,
        Regenerations regenerations,
        CancellationToken ct
    )
    {
        var product = await db.Products.Where(p => p.Gid == body.Product).Select(static p => p.Id).ToListAsync(ct);
        var wish = new RegenerationWish(product.FirstOrDefault(), body.Use, body.Model, body.Note, Recipe: body.Recipe);
        return await regenerations.AskAsync(wish, ct) switch
        {
            RegenerationOutcome.Asked asked => TypedResults.Ok(new RegenerationAsked(asked.Brief, asked.Version)),
            RegenerationOutcome.NothingThere nothing => TypedResults.NotFound(
                new ReasonReport("nothing_there", nothing.Reason)
            ),
            _ => throw new InvalidOperationException("A regeneration is asked for or there is nothing."),
        };
    }

    private static async Task<Results<NoContent, NotFound>> ApproveAsync(
        Guid brief,
        Approvals approvals,
        CancellationToken ct
    ) => await approvals.ApproveAsync(brief, ct) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> RejectAsync(
        Guid brief,
        RejectionBody body,
        Approvals approvals,
        CancellationToken ct
    ) =>
        await approvals.RejectAsync(brief, body.Reason, body.Fault, ct)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<JsonHttpResult<IReadOnlyList<UnclearSpend>>> UnclearAsync(
        UnclearSpends unclear,
        CancellationToken ct
    ) => TypedResults.Json(await unclear.ListAsync(ct), ReportJson.Options);

    private static async Task<Results<NoContent, NotFound>> ResolveAsync(
        Guid generation,
        ResolutionBody body,
        UnclearSpends unclear,
        CancellationToken ct
    ) => await unclear.ResolveAsync(generation, body.Spent, ct) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> LookAgainAsync(
        Guid generation,
        UnclearSpends unclear,
        CancellationToken ct
    ) => await unclear.LookAgainAsync(generation, ct) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async ValueTask<object?> OnlyOperatorsAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var request = context.HttpContext.Request;
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<OperationsOptions>>();
        return options.Value.Key is not { Length: > 0 } key ? TypedResults.NotFound()
            : !Carries(request, key) ? TypedResults.Unauthorized()
            : await next(context);
    }

    private static bool Carries(HttpRequest request, string key) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())),
            SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {key}"))
        );
}
