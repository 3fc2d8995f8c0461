using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommerceVideo.Tests.Platform.Outbound;

/// <summary>Somebody else's server, on this machine: each address answers as its name says.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<string> _seen = [];

    private FileServer(WebApplication app) => _app = app;

    /// <summary>Every request it got, headers and all.</summary>
    public IReadOnlyList<string> Seen => _seen;

    public static async Task<FileServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FileServer(builder.Build());
        server.Map();
        await server._app.StartAsync();
        return server;
    }

    public Uri At(string path) => new($"{_app.Urls.Single()}{path}");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Map()
    {
        _app.Use(
            (context, next) =>
            {
                lock (_seen)
                {
                    var headers = context.Request.Headers.Select(static h => $"{h.Key}: {h.Value}");
                    _seen.Add($"{context.Request.Path}\n{string.Join('\n', headers)}");
                }

                return next();
            }
        );
        _app.MapGet("/file", static () => Results.Bytes(new byte[1000]));
        _app.MapGet("/missing", static () => Results.NotFound());
        _app.MapGet("/round", static () => Results.Redirect("/round"));
        _app.MapGet(
            "/to",
            static (string address, HttpResponse response) =>
            {
                response.Cookies.Append("session", "somebody");
                return Results.Redirect(address);
            }
        );
        _app.MapPost("/upload", static () => Results.NoContent()).DisableAntiforgery();
        _app.MapPost("/away", static () => Results.Redirect("/file"));
        _app.MapGet("/endless", EndlessAsync);
        _app.MapGet("/silent", static (CancellationToken ct) => Task.Delay(Timeout.Infinite, ct));
        _app.MapGet("/stuck", StuckAsync);
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        try
        {
            while (true)
            {
                await context.Response.Body.WriteAsync(new byte[1000], context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
    }

    private static async Task StuckAsync(HttpContext context)
    {
        await context.Response.Body.WriteAsync(new byte[10], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }
}
