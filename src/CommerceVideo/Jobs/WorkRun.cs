using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Jobs;

/// <summary>One run of a step, holding the lease on its row.</summary>
/// <param name="Attempt">1 for the first run; snoozes are not counted.</param>
public sealed record WorkRun(long Id, string Kind, string Key, Guid Shop, int Attempt, Guid Lease, WorkQueue Queue)
{
    /// <summary>
    /// Saves what <paramref name="db"/> tracks and the work it causes in one transaction, provided the lease still holds:
    /// a run that was taken over while it stood still changes nothing.
    /// </summary>
    /// <exception cref="LeaseLostException">Another run has taken over.</exception>
    public Task SaveAsync(AppDb db, CancellationToken ct, params IReadOnlyCollection<WorkRequest> next) =>
        SaveAsync(db, beside: null, ct, next);

    /// <param name="beside">What else stands or falls with it, written through <paramref name="db"/>.</param>
    /// <exception cref="LeaseLostException">Another run has taken over.</exception>
    public async Task SaveAsync(
        AppDb db,
        Func<CancellationToken, Task>? beside,
        CancellationToken ct,
        params IReadOnlyCollection<WorkRequest> next
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var held = await db
            .Database.SqlQuery<long>(
                $"""select id as "Value" from work where id = {Id} and lease = {Lease} for update"""
            )
            .ToListAsync(ct);
        if (held.Count == 0)
        {
            throw new LeaseLostException(Kind, Key);
        }

        await db.SaveChangesAsync(ct);
        await Queue.AddAsync(db, next, ct);
        if (beside is not null)
        {
            await beside(ct);
        }

        await transaction.CommitAsync(ct);
    }
}
