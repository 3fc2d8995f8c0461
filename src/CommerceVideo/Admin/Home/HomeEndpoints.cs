using System.Text;
using System.Text.Encodings.Web;
using CommerceVideo.Shops;
using CommerceVideo.Shops.Tokens;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Admin.Home;

/// <summary>
/// The app's front door inside Shopify's admin. A document load with a verified session token installs the shop on first
/// contact. The merchandiser's pages are to stand here; until then it says what runs.
/// </summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes) => routes.MapGet("/", OpenAsync);

    private static async Task<IResult> OpenAsync(
        HttpContext context,
        SessionToken sessions,
        ShopTokens tokens,
        IOptions<ShopifyOptions> shopify,
        CancellationToken ct
    )
    {
        var token = context.Request.Query["id_token"].ToString();
        if (token.Length == 0 || await sessions.VerifyAsync(token) is not { } shop)
        {
            context.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
            return Page(
                StatusCodes.Status401Unauthorized,
                "Open this app from your Shopify admin.",
                "",
                shopify.Value.ApiKey
            );
        }

        try
        {
            await tokens.InstallAsync(shop, token, ct);
        }
        catch (TokenRefusedException problem)
        {
            return Page(
                StatusCodes.Status401Unauthorized,
                "Shopify did not confirm this session. Reload the page.",
                problem.Code,
                shopify.Value.ApiKey
            );
        }

        context.Response.Headers.ContentSecurityPolicy = $"frame-ancestors https://{shop} https://admin.shopify.com;";
        return Page(
            StatusCodes.Status200OK,
            "CommerceVideo is at work.",
            "Add a photo to a product: its video appears on the product page by itself.",
            shopify.Value.ApiKey
        );
    }

    private static IResult Page(int status, string heading, string text, string apiKey)
    {
        var html = HtmlEncoder.Default;
        return Results.Content(
            $$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="shopify-api-key" content="{{html.Encode(apiKey)}}">
              <title>CommerceVideo</title>
              <style>
                :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
                body { margin: 3rem auto; max-width: 36rem; padding: 0 1rem; line-height: 1.5; }
              </style>
            </head>
            <body><main><h1>{{html.Encode(heading)}}</h1><p>{{html.Encode(text)}}</p></main></body>
            </html>
            """,
            "text/html",
            Encoding.UTF8,
            status
        );
    }
}
