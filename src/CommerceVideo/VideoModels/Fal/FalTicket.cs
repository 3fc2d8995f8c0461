using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>
/// Where a request of the queue is asked for; pure. As a Ticket it is either the submit's answer (the id and its three addresses) or,
/// out of a call back, the id alone. Addresses count only on the queue's own origin: the key goes to them.
/// </summary>
internal sealed record FalTicket(Uri Status, Uri Result, Uri Cancel)
{
    private const int LongestId = 100;

    /// <summary>What to keep of a submit's answer; null when it names no request.</summary>
    public static string? Of(JsonElement submitted) =>
        Id(submitted.Text("request_id")) is { } id
            ? JsonSerializer.Serialize(
                new Dictionary<string, string?>
                {
                    ["request_id"] = id,
                    ["status_url"] = submitted.Text("status_url"),
                    ["response_url"] = submitted.Text("response_url"),
                    ["cancel_url"] = submitted.Text("cancel_url"),
                }
            )
            : null;

    /// <summary>What to keep of a call back; null when it names no request.</summary>
    public static string? OfCallback(JsonElement told) => Id(told.Text("request_id"));

    /// <param name="endpoint">The app that was asked: addresses hold its owner and name, and nothing behind them.</param>
    /// <param name="queue">The base address in use.</param>
    public static FalTicket Read(string ticket, string endpoint, Uri queue)
    {
        var kept = ticket.StartsWith('{') ? JsonDocument.Parse(ticket).RootElement : default;
        var root = string.Join('/', endpoint.Split('/').Take(2));
        var own = new Uri($"{queue.AbsoluteUri.TrimEnd('/')}/{root}/requests/{kept.Text("request_id") ?? ticket}");
        return new FalTicket(
            At("status_url") ?? new Uri($"{own}/status"),
            At("response_url") ?? own,
            At("cancel_url") ?? new Uri($"{own}/cancel")
        );

        Uri? At(string name) => kept.Address(name) is { } address && IsOn(queue, address) ? address : null;
    }

    private static bool IsOn(Uri queue, Uri address) =>
        address.Scheme == queue.Scheme && address.Authority == queue.Authority && address.UserInfo.Length == 0;

    /// <summary>It becomes part of addresses.</summary>
    private static string? Id(string? text) =>
        text is { Length: > 0 and <= LongestId }
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? text
            : null;
}
