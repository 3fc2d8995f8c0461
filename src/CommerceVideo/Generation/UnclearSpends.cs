using CommerceVideo.Budgets;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Generation;

/// <summary>What nobody knows to be bought or not, for a person: what was asked, when, what is known, and two choices.</summary>
internal sealed class UnclearSpends(AppDb db, Ledger ledger, ProviderSlots slots, WorkQueue queue, TimeProvider time)
{
    public async Task<IReadOnlyList<UnclearSpend>> ListAsync(CancellationToken ct)
    {
        var rows = await (
            from attempt in db.Attempts
            join charge in db.Charges on attempt.Id equals charge.Id
            where attempt.State == AttemptState.Unclear
            orderby attempt.SentAt
            select new { attempt, charge.Asked }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. rows.Select(static row => new UnclearSpend(
                row.attempt.Id,
                row.attempt.Provider,
                row.attempt.Model,
                row.Asked,
                row.attempt.SentAt,
                row.attempt.Price,
                row.attempt.Reason ?? ""
            )),
        ];
    }

    /// <param name="spent">True: it was bought, book it. False: it was not, what was set aside is free again.</param>
    /// <returns>False when nothing unclear stands under this id.</returns>
    public async Task<bool> ResolveAsync(Guid id, bool spent, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Whoever is looking at it in this moment saves nothing any more.
        await db.Database.ExecuteSqlAsync(
            $"""
            update work set lease = null, leased_until = null, state = 'due', due_at = {time.GetUtcNow()}
            where kind = {MakeShotStep.Kind} and key = {id.ToString("N")}
            """,
            ct
        );

        // Of two people who decide in the same moment the second finds that it is decided.
        var found = await db
            .Attempts.FromSql($"select * from generation where id = {id} and state = 'unclear' for update")
            .ToListAsync(ct);
        if (found is not [var attempt])
        {
            return false;
        }

        attempt.BilledAmount = spent ? attempt.PriceAmount : 0;
        attempt.Reason = $"{attempt.Reason} A person says that it was {(spent ? "" : "not ")}bought.";
        (attempt.State, attempt.ChangedAt) = (AttemptState.Failed, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await (spent ? ledger.SettleAsync(db, id, attempt.Price, ct) : ledger.ReleaseAsync(db, id, ct));
        await transaction.CommitAsync(ct);
        await slots.GiveBackAsync(id, ct);
        return true;
    }

    /// <summary>Asks the provider once more, now.</summary>
    public async Task<bool> LookAgainAsync(Guid id, CancellationToken ct)
    {
        var attempt = await db
            .Attempts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.State == AttemptState.Unclear, ct);
        if (attempt is null)
        {
            return false;
        }

        await queue.SaveAsync(db, [MakeShotStep.For(attempt)], ct);
        return true;
    }
}

/// <param name="Asked">What was asked for, as JSON.</param>
internal sealed record UnclearSpend(
    Guid Id,
    string Provider,
    string Model,
    string Asked,
    DateTimeOffset? SentAt,
    Money Price,
    string Known
);
