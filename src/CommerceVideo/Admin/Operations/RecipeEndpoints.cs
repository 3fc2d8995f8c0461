using CommerceVideo.Briefs;
using CommerceVideo.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommerceVideo.Admin.Operations;

/// <summary>A shop's recipes for an operator's tools: list, keep, export, take in.</summary>
internal static class RecipeEndpoints
{
    public static void MapRecipes(this RouteGroupBuilder operations)
    {
        var group = operations.MapGroup("/shops/{domain}/recipes");
        group.MapGet("/", ListAsync);
        group.MapGet("/{recipe:guid}", ExportAsync);
        group.MapPost("/", ImportAsync);
        group.MapPost("/from/{brief:guid}", KeepAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<RecipeRow>>, NotFound>> ListAsync(
        string domain,
        OperatedShops shops,
        RecipeLibrary library,
        CancellationToken ct
    ) =>
        await shops.FindAsync(domain, ct) is { } shop
            ? TypedResults.Ok<IReadOnlyList<RecipeRow>>([
                .. (await library.ListAsync(shop, ct)).Select(static recipe => new RecipeRow(
                    recipe.Id,
                    recipe.Name,
                    recipe.Version,
                    LowerCase.Write(recipe.Use)
                )),
            ])
            : TypedResults.NotFound();

    private static async Task<Results<JsonHttpResult<RecipeFile>, NotFound>> ExportAsync(
        string domain,
        Guid recipe,
        OperatedShops shops,
        RecipeLibrary library,
        CancellationToken ct
    ) =>
        await shops.FindAsync(domain, ct) is { } shop && await library.FindAsync(shop, recipe, ct) is { } found
            ? TypedResults.Json(RecipeFile.Of(found), RecipeFile.Json)
            : TypedResults.NotFound();

    private static async Task<Results<Ok<RecipeRow>, NotFound, UnprocessableEntity<ReasonReport>>> ImportAsync(
        string domain,
        HttpRequest request,
        OperatedShops shops,
        RecipeLibrary library,
        CancellationToken ct
    )
    {
        if (await shops.FindAsync(domain, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        var (file, problem) = await ReadAsync(request, ct);
        return file is null
            ? TypedResults.UnprocessableEntity(new ReasonReport("recipe_unreadable", problem!))
            : TypedResults.Ok(Row(await library.AddAsync(shop, file, ct)));
    }

    private static async Task<Results<Ok<RecipeRow>, NotFound>> KeepAsync(
        string domain,
        Guid brief,
        RecipeName name,
        OperatedShops shops,
        RecipeLibrary library,
        CancellationToken ct
    ) =>
        await shops.FindAsync(domain, ct) is { } shop && await library.KeepAsync(shop, brief, name.Name, ct) is { } kept
            ? TypedResults.Ok(Row(kept))
            : TypedResults.NotFound();

    private static async Task<(RecipeFile? File, string? Problem)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var file = await request.ReadFromJsonAsync<RecipeFile>(RecipeFile.Json, ct);
            return file?.Problem() is { } problem ? (null, problem) : (file, "The file is empty.");
        }
        catch (System.Text.Json.JsonException wrong)
        {
            return (null, $"The file is no recipe: {wrong.Path ?? "it"} cannot be read.");
        }
    }

    private static RecipeRow Row(Recipe recipe) =>
        new(recipe.Id, recipe.Name, recipe.Version, LowerCase.Write(recipe.Use));
}

internal sealed record RecipeRow(Guid Id, string Name, int Version, string Use);

internal sealed record RecipeName(string Name);
