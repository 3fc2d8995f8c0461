using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Admin.Operations;

/// <summary>For whoever runs the installation: what came in, what was made, what is stuck and why.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/operations/report", ReportAsync);

    private static async Task<Results<JsonHttpResult<SystemReport>, NotFound, UnauthorizedHttpResult>> ReportAsync(
        HttpRequest request,
        IOptions<OperationsOptions> options,
        ReportReader reader,
        CancellationToken ct
    ) =>
        options.Value.Key is not { Length: > 0 } key ? TypedResults.NotFound()
        : !Carries(request, key) ? TypedResults.Unauthorized()
        : TypedResults.Json(await reader.ReadAsync(ct), ReportJson.Options);

    private static bool Carries(HttpRequest request, string key) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())),
            SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {key}"))
        );
}
