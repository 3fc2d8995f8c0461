using System.Threading.Channels;
using CommerceVideo.VideoModels.Callbacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommerceVideo.Tests.VideoModels.Fal;

/// <summary>Whom a provider calls back, on this machine: takes every call and hands it on as it came.</summary>
internal sealed class CallbackListener : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly Channel<ProviderCallback> _calls = Channel.CreateUnbounded<ProviderCallback>();

    private CallbackListener(WebApplication app) => _app = app;

    public static async Task<CallbackListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listener = new CallbackListener(builder.Build());
        listener._app.MapPost("/callbacks/{generation:guid}", listener.TakeAsync);
        await listener._app.StartAsync();
        return listener;
    }

    public Uri AddressOf(Guid generation) => new($"{_app.Urls.Single()}/callbacks/{generation:N}?signed=a%26b");

    public async Task<ProviderCallback> NextAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        return await _calls.Reader.ReadAsync(limit.Token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(Guid generation, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var headers = request.Headers.ToDictionary(
            static header => header.Key.ToLowerInvariant(),
            static header => $"{header.Value}",
            StringComparer.Ordinal
        );
        _calls.Writer.TryWrite(new ProviderCallback(generation, headers, body.ToArray()));
        return $"{request.Query["signed"]}" == "a&b" ? TypedResults.NoContent() : TypedResults.BadRequest();
    }
}
