using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CommerceVideo.Finishing.Records;

namespace CommerceVideo.Admin.Verify;

/// <summary>The page, written on the server: it answers without scripts, and with one it hashes a file where it lies.</summary>
internal static class VerifyPage
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Default;

    /// <param name="sha256">The checksum that was asked for; null where an address was opened.</param>
    public static IResult Result(HttpContext http, VerifyAnswer answer, string? sha256 = null)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-cache";
        return Results.Content(Write(answer, sha256), "text/html", Encoding.UTF8, answer.Status);
    }

    private static string Write(VerifyAnswer answer, string? sha256) =>
        $"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Html.Encode(answer.Heading)}</title>
              <link rel="stylesheet" href="/verify/page.css">
              <script src="/verify/page.js" defer></script>
            </head>
            <body>
            <main>
              <h1>{Html.Encode(answer.Heading)}</h1>
              <p>{Html.Encode(answer.Text)}</p>
              {Told(answer, sha256)}
              <section aria-labelledby="check">
                <h2 id="check">{(answer.Claims is null ? "Check a file" : "Check another file")}</h2>
                <div id="hashing" hidden>
                  <label for="file">Video, poster or sidecar</label>
                  <input id="file" type="file" accept="video/mp4,image/jpeg,application/json,.json">
                  <p id="said" role="status"></p>
                </div>
                <form action="/verify" method="get">
                  <label for="sha256">SHA-256 checksum of the file</label>
                  <input id="sha256" name="sha256" required minlength="64" maxlength="64" autocomplete="off" spellcheck="false">
                  <button>Look it up</button>
                </form>
                <form action="/verify/sidecar" method="post">
                  <label for="sidecar">Text of a sidecar</label>
                  <textarea id="sidecar" name="sidecar" rows="4" required spellcheck="false"></textarea>
                  <button>Check the sidecar</button>
                </form>
              </section>
              <p>Anyone can check signatures with the <a href="/.well-known/jwks.json">public keys of this installation</a>.</p>
            </main>
            </body>
            </html>
            """;

    private static string Told(VerifyAnswer answer, string? sha256)
    {
        if (answer.Claims is not { } claims)
        {
            return "";
        }

        var facts = new StringBuilder();
        Fact(facts, "Signature", "Holds: the record is as it was signed.");
        if (sha256 is not null)
        {
            Fact(facts, "Your file", Matches(claims, sha256));
        }

        if (answer.Product is { } product)
        {
            Fact(facts, "Product", product);
        }

        Fact(facts, "AI-generated", claims.AiGenerated ? "Yes" : "No");
        Fact(
            facts,
            "Made",
            claims.MadeAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)
        );
        Fact(
            facts,
            "Made by",
            string.Join(", ", claims.Shots.Select(static shot => $"{shot.Model} ({shot.Provider})").Distinct())
        );
        Fact(
            facts,
            "Provider's own manifest (C2PA)",
            claims.ManifestLost
                ? "Was in what the model made; it is lost when a video is cut, and this record stands in for it."
                : "None came with what the model made."
        );
        Fact(facts, "Photo it was made from (hash of its pixels)", claims.PhotoHash, code: true);
        Fact(facts, "Video (SHA-256)", claims.Sha256, code: true);
        Fact(facts, "Poster (SHA-256)", claims.PosterSha256, code: true);
        Fact(facts, "Kind of source (IPTC)", claims.DigitalSourceType, code: true);
        var sidecar = answer.Kept
            ? $"""<p><a href="/verify/{claims.Id}/sidecar" download>Download the signed sidecar</a></p>"""
            : "";
        return $"<dl>{facts}</dl>{sidecar}";
    }

    private static string Matches(FilmClaims claims, string sha256) =>
        string.Equals(sha256, claims.Sha256, StringComparison.OrdinalIgnoreCase)
            ? "Is this very video, unchanged since it was made."
        : string.Equals(sha256, claims.PosterSha256, StringComparison.OrdinalIgnoreCase)
            ? "Is the poster of this video, unchanged since it was made."
        : "Is not this video: it was changed after it was made, or it is another one.";

    private static void Fact(StringBuilder facts, string name, string value, bool code = false)
    {
        var text = Html.Encode(value);
        facts.Append($"<div><dt>{Html.Encode(name)}</dt><dd>{(code ? $"<code>{text}</code>" : text)}</dd></div>");
    }
}
