using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Generation;

/// <summary>
/// Where providers call back. The address is signed by us for one attempt, the call by those who sign; what it says only
/// wakes the attempt, which asks for itself.
/// </summary>
internal static class CallbackEndpoint
{
    private const int MostBytes = 1024 * 1024;

    public static void MapCallbacks(this IEndpointRouteBuilder routes) =>
        routes.MapPost($"{CallbackAddresses.Path}/{{provider}}/{{generation:guid}}/{{signature}}", HearAsync);

    private static async Task<IResult> HearAsync(
        string provider,
        Guid generation,
        string signature,
        HttpRequest request,
        CallbackAddresses addresses,
        VideoProviders providers,
        CallbackWaking waking,
        CancellationToken ct
    )
    {
        if (!addresses.IsOurs(provider, generation, signature) || providers.Find(provider) is not ICallsBack caller)
        {
            return TypedResults.NotFound();
        }

        if (await BodyAsync(request, ct) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var headers = request.Headers.ToDictionary(
            static header => header.Key.ToLowerInvariant(),
            static header => header.Value.ToString(),
            StringComparer.Ordinal
        );
        switch (await caller.HearAsync(new ProviderCallback(generation, headers, body), ct))
        {
            case CallbackOutcome.Asked asked:
                return TypedResults.Text(asked.Json, "application/json");
            case CallbackOutcome.Forged:
                return TypedResults.Unauthorized();
            case CallbackOutcome.Heard heard:
                await waking.WakeAsync(provider, generation, heard.Ticket, ct);
                return TypedResults.Ok();
            default:
                throw new InvalidOperationException("A call back is heard, asks or is forged.");
        }
    }

    /// <returns>Null when it is longer than any provider's.</returns>
    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16384];
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0; )
        {
            if (bytes.Length + read > MostBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

/// <summary>Wakes an attempt early: what it waits for may be there.</summary>
internal sealed class CallbackWaking(AppDb db, WorkQueue queue)
{
    /// <param name="ticket">The provider's reference, where the call carries it.</param>
    public async Task WakeAsync(string provider, Guid generation, string? ticket, CancellationToken ct)
    {
        var attempt = await db.Attempts.SingleOrDefaultAsync(a => a.Id == generation && a.Provider == provider, ct);
        if (attempt is null || attempt.State is >= AttemptState.Collected and not AttemptState.Unclear)
        {
            return;
        }

        if (!string.IsNullOrWhiteSpace(ticket) && attempt.Ticket is null && attempt.HintedTicket is null)
        {
            // The step may write this row meanwhile: only this column is ours.
            await db
                .Attempts.Where(a => a.Id == generation)
                .ExecuteUpdateAsync(set => set.SetProperty(static a => a.HintedTicket, ticket), ct);
        }

        await queue.SaveAsync(db, [MakeShotStep.For(attempt)], ct);
    }
}
