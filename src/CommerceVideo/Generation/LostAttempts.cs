using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Generation;

/// <summary>
/// What our own books say of a request whose answer was lost: which references of its provider are other attempts', and
/// whether another was lost at the same time. A provider that lists requests without our name on them cannot tell them apart.
/// </summary>
internal static class LostAttempts
{
    /// <summary>Longer than any request is under way.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(15);

    public static LostGeneration Of(Attempt attempt, GenerationRequest request, IReadOnlyCollection<Attempt> others) =>
        new(request, SentAt(attempt))
        {
            Held = [.. others.Select(static other => other.Ticket ?? other.HintedTicket).OfType<string>()],
            HasTwin = others.Any(static other =>
                other is { Ticket: null, HintedTicket: null, State: AttemptState.Submitting or AttemptState.Unclear }
            ),
        };

    /// <summary>Attempts on the same provider that went out around the same time, of whichever shop: they may share its account.</summary>
    public static async Task<IReadOnlyCollection<Attempt>> OthersAsync(AppDb db, Attempt attempt, CancellationToken ct)
    {
        var (from, until) = (SentAt(attempt) - Around, SentAt(attempt) + Around);
        return await db
            .Attempts.AsNoTracking()
            .Where(other => other.Provider == attempt.Provider && other.Id != attempt.Id)
            .Where(other => other.SentAt >= from && other.SentAt <= until)
            .ToListAsync(ct);
    }

    private static DateTimeOffset SentAt(Attempt attempt) => attempt.SentAt ?? attempt.ChangedAt;
}
