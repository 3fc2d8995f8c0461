using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CommerceVideo.Webhooks;

/// <summary>Takes one delivery: size, signature, headers, commit, acknowledgement, in that order.</summary>
internal sealed partial class WebhookEndpoint(
    IOptions<WebhookOptions> options,
    DeliveryQueue queue,
    TimeProvider time,
    ILogger<WebhookEndpoint> logger
)
{
    private readonly int _limit = options.Value.MaxBodyBytes;
    private readonly WebhookSignature _signatures = new(options.Value.Secrets);
    private readonly BodyRoom _room = new(options.Value.MaxBytesInFlight);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            context.Response.StatusCode = await AnswerAsync(context);
        }
        catch (BadHttpRequestException broken)
        {
            context.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender is gone before its request was whole: there is no one to answer and nothing was taken.
            return;
        }

        // What is left of a refused body is not worth reading.
        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            context.Response.Headers.Connection = "close";
        }

        context.Response.ContentLength = 0;
    }

    private async ValueTask<int> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (request.ContentLength > _limit)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        var signature = new byte[HMACSHA256.HashSizeInBytes];
        if (!WebhookSignature.TryRead(request.Headers[WebhookHeaders.Signature], signature))
        {
            return StatusCodes.Status401Unauthorized;
        }

        AllowBody(context);
        using var body = new WebhookBody(_room, _limit);
        return await body.ReadAsync(request.BodyReader, context.RequestAborted) switch
        {
            BodyReading.TooLarge => StatusCodes.Status413PayloadTooLarge,
            BodyReading.NoRoom => StatusCodes.Status503ServiceUnavailable,
            _ => await KeepAsync(request.Headers, signature, body),
        };
    }

    private async ValueTask<int> KeepAsync(IHeaderDictionary sent, byte[] signature, WebhookBody body)
    {
        if (!_signatures.Matches(signature, body.Bytes.Span))
        {
            Log.NotSigned(logger, body.Length, Convert.ToHexStringLower(SHA256.HashData(body.Bytes.Span)));
            return StatusCodes.Status401Unauthorized;
        }

        if (WebhookHeaders.Read(sent) is not { } headers)
        {
            return StatusCodes.Status400BadRequest;
        }

        var delivery = new PendingDelivery(headers, body.Bytes, time.GetUtcNow().UtcDateTime);
        if (!await queue.TryAddAsync(delivery))
        {
            Log.Full(logger, headers.ShopDomain, headers.WebhookId);
            return StatusCodes.Status503ServiceUnavailable;
        }

        // Awaited even when the sender has gone: the writer is reading the body.
        return await delivery.Outcome switch
        {
            DeliveryOutcome.Committed => StatusCodes.Status200OK,
            DeliveryOutcome.Refused => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
    }

    // The server's own limit may be lower; ours is the one that counts here, with a byte more so that we are the one to say so.
    private void AllowBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = _limit + 1L;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Webhook signature does not match a body of {Bytes} bytes, SHA-256 {Hash}")]
        public static partial void NotSigned(ILogger logger, int bytes, string hash);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "No room for delivery {WebhookId} of {Shop}; Shopify is asked to send it again"
        )]
        public static partial void Full(ILogger logger, string shop, string webhookId);
    }
}
