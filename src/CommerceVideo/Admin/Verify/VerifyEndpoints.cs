using System.Text;
using System.Text.RegularExpressions;
using CommerceVideo.Finishing.Records;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Signing;

namespace CommerceVideo.Admin.Verify;

/// <summary>For anybody: what a video is, who made it and whether it is as it was made. No cookie, no account, nothing of a shop's.</summary>
internal static partial class VerifyEndpoints
{
    private const string Record = "/{id:length(32)}";

    public static IServiceCollection AddVerifying(this IServiceCollection services)
    {
        services.AddSettings<VerifyOptions>(VerifyOptions.Section);
        return services.AddSingleton<VerifyLimit>().AddScoped<VerifyReading>();
    }

    public static void MapVerify(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup($"/{FilmRecordAddress.Path}").AddEndpointFilter(VerifyLimit.AskAsync);
        group.MapGet("", AskAsync);
        group.MapGet(Record, ReadAsync);
        group.MapGet($"{Record}/sidecar", SidecarAsync);
        // Nobody's right is used and nothing is kept: there is no request to forge.
        group.MapPost("/sidecar", CheckAsync).DisableAntiforgery();
        routes.MapGet("/verify/page.css", static () => Asset("page.css", "text/css"));
        routes.MapGet("/verify/page.js", static () => Asset("page.js", "text/javascript"));
        routes.MapGet("/.well-known/jwks.json", KeysAsync).AddEndpointFilter(VerifyLimit.AskAsync);
    }

    private static async Task<IResult> AskAsync(
        string? sha256,
        VerifyReading reading,
        HttpContext http,
        CancellationToken ct
    )
    {
        var sum = sha256?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(sum) ? VerifyPage.Result(http, VerifyAnswer.Ask)
            : !Checksum().IsMatch(sum) ? VerifyPage.Result(http, VerifyAnswer.NoChecksum)
            : await reading.FindAsync(sum, ct) is { } id
                ? Results.Redirect($"/{FilmRecordAddress.Path}/{id}?sha256={sum}")
            : VerifyPage.Result(http, VerifyAnswer.UnknownFile);
    }

    private static async Task<IResult> ReadAsync(
        string id,
        string? sha256,
        VerifyReading reading,
        HttpContext http,
        CancellationToken ct
    ) => VerifyPage.Result(http, await reading.OfAddressAsync(id, ct), sha256);

    private static async Task<IResult> SidecarAsync(
        string id,
        VerifyReading reading,
        HttpContext http,
        CancellationToken ct
    ) =>
        await reading.SidecarAsync(id, ct) is { } sidecar
            ? Results.File(Encoding.UTF8.GetBytes(sidecar), "application/json", $"{id}.provenance.json")
            : VerifyPage.Result(http, VerifyAnswer.NoAddress);

    private static async Task<IResult> CheckAsync(HttpContext http, VerifyReading reading, CancellationToken ct)
    {
        // Twice for what a form makes of a text's signs.
        if (http.Request.ContentLength is not <= 2 * SignedJson.Largest || !http.Request.HasFormContentType)
        {
            return VerifyPage.Result(http, VerifyAnswer.NoSidecar);
        }

        var form = await http.Request.ReadFormAsync(ct);
        return VerifyPage.Result(http, await reading.OfSidecarAsync(form["sidecar"].ToString(), ct));
    }

    private static async Task<IResult> KeysAsync(SigningKeys keys, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Text(await keys.PublicAsync(ct), "application/jwk-set+json");
    }

    private static IResult Asset(string name, string type) =>
        Results.Stream(
            typeof(VerifyEndpoints).Assembly.GetManifestResourceStream($"CommerceVideo.Admin.Verify.{name}")!,
            type
        );

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Checksum();
}
