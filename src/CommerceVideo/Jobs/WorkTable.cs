using Npgsql;
using NpgsqlTypes;

namespace CommerceVideo.Jobs;

/// <summary>The SQL of the work table, in one place: what EF cannot say (claims, leases, fair turns).</summary>
internal sealed class WorkTable(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Rows whose runner died or whose schedule was lost become due again.</summary>
    public const string Revive = """
        update work set state = 'due', lease = null
        where (state = 'running' and leased_until < $1) or (state = 'handed' and handed_at < $1 - interval '30 seconds')
        """;

    /// <summary>
    /// Takes due rows of one lane and marks them handed: by urgency, then by turns among shops (a shop's running steps count as
    /// turns already taken), then by age.
    /// </summary>
    public const string Hand = """
        with busy as (
          select shop_id, count(*) as n from work where lane = $2 and state in ('handed', 'running') group by shop_id
        ), line as (
          select work.id, urgency, due_at,
            row_number() over (partition by work.shop_id order by urgency, due_at, work.id) + coalesce(busy.n, 0) as turn
          from work left join busy on busy.shop_id = work.shop_id
          where state = 'due' and lane = $2 and due_at <= $1
        )
        update work set state = 'handed', handed_at = $1
        where id in (select id from line order by urgency, turn, due_at, id limit $3) and state = 'due'
        returning id, attempts + 1
        """;

    public const string Busy = "select count(*) from work where lane = $1 and state in ('handed', 'running')";

    /// <param name="died">
    /// The attempt whose machine is known to be dead. Only from that one is the row taken before its lease runs out: another
    /// run may long have taken over.
    /// </param>
    /// <returns>Null when the row is gone or another run holds it.</returns>
    public async Task<ClaimedWork?> ClaimAsync(long id, TimeSpan lease, int? died, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var token = Guid.NewGuid();
        await using var command = database.CreateCommand(
            """
            update work set state = 'running', attempts = attempts + 1, lease = $2, leased_until = $3, asked_again = false
            where id = $1 and (state in ('due', 'handed') or (state = 'running' and (attempts = $5 or leased_until < $4)))
            returning kind, key, shop_id, attempts
            """
        );
        Add(command, id, token, now + lease, now, died ?? 0);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new ClaimedWork(
                id,
                reader.GetString(0),
                reader.GetString(1),
                reader.GetGuid(2),
                reader.GetInt32(3),
                token
            )
            : null;
    }

    public Task<bool> RenewAsync(ClaimedWork work, TimeSpan lease, CancellationToken ct) =>
        ChangeAsync(
            "update work set leased_until = $3 where id = $1 and lease = $2",
            ct,
            work.Id,
            work.Lease,
            time.GetUtcNow() + lease
        );

    /// <summary>Done: the row goes, unless it was asked for again meanwhile.</summary>
    public async Task FinishAsync(ClaimedWork work, CancellationToken ct)
    {
        var gone = await ChangeAsync(
            "delete from work where id = $1 and lease = $2 and not asked_again",
            ct,
            work.Id,
            work.Lease
        );
        if (!gone)
        {
            await ChangeAsync(
                "update work set state = 'due', due_at = least(due_at, $3), attempts = 0, lease = null where id = $1 and lease = $2",
                ct,
                work.Id,
                work.Lease,
                time.GetUtcNow()
            );
        }
    }

    /// <summary>Looked at again later (at once when it was asked for meanwhile).</summary>
    public Task<bool> PostponeAsync(
        ClaimedWork work,
        TimeSpan wait,
        bool counted,
        string? reason,
        CancellationToken ct
    ) =>
        ChangeAsync(
            """
            update work set state = 'due', due_at = case when asked_again then $3 - $4 else $3 end,
              attempts = attempts - $5, reason = $6, lease = null
            where id = $1 and lease = $2
            """,
            ct,
            work.Id,
            work.Lease,
            time.GetUtcNow() + wait,
            wait,
            counted ? 0 : 1,
            reason
        );

    /// <summary>Given up with a reason, unless it was asked for meanwhile: whoever asked knows more than the run that failed.</summary>
    public Task<bool> ParkAsync(ClaimedWork work, string reason, CancellationToken ct) =>
        ChangeAsync(
            """
            update work set state = case when asked_again then 'due' else 'parked' end,
              attempts = case when asked_again then 0 else attempts end, reason = $3, lease = null
            where id = $1 and lease = $2
            """,
            ct,
            work.Id,
            work.Lease,
            reason
        );

    private async Task<bool> ChangeAsync(string sql, CancellationToken ct, params object?[] values)
    {
        await using var command = database.CreateCommand(sql);
        Add(command, values);
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    private static void Add(NpgsqlCommand command, params object?[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(
                value is null
                    ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }
                    : new NpgsqlParameter { Value = value }
            );
        }
    }
}
