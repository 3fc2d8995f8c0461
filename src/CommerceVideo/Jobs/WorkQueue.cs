using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Jobs;

/// <summary>Puts work beside the change that causes it, in the same transaction.</summary>
public sealed class WorkQueue(TimeProvider time)
{
    public const string NotifyChannel = "work";

    /// <summary>Saves what <paramref name="db"/> tracks and the work it causes, all or nothing.</summary>
    public async Task SaveAsync(AppDb db, IReadOnlyCollection<WorkRequest> requests, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await AddAsync(db, requests, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Adds work inside the caller's transaction.</summary>
    public async Task AddAsync(AppDb db, IReadOnlyCollection<WorkRequest> requests, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        foreach (var request in requests)
        {
            await AddAsync(db, request, now, ct);
        }

        if (requests.Count > 0)
        {
            await db.Database.ExecuteSqlAsync($"select pg_notify({NotifyChannel}, '')", ct);
        }
    }

    // A running step is asked again when it ends; a parked one gets a new life; a due one keeps the earlier time.
    private static Task<int> AddAsync(AppDb db, WorkRequest request, DateTimeOffset now, CancellationToken ct)
    {
        var lane = request.Lane.ToString().ToLowerInvariant();
        var urgency = (short)request.Urgency;
        var due = request.NotBefore ?? now;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into work (kind, key, shop_id, lane, urgency, due_at)
            values ({request.Kind}, {request.Key}, {request.Shop}, {lane}, {urgency}, {due})
            on conflict (kind, key) do update set
              due_at = case when work.state = 'due' then least(work.due_at, excluded.due_at) else excluded.due_at end,
              urgency = least(work.urgency, excluded.urgency),
              asked_again = work.state = 'running',
              attempts = case when work.state = 'parked' then 0 else work.attempts end,
              reason = null,
              state = case when work.state = 'parked' then 'due' else work.state end
            """,
            ct
        );
    }
}
