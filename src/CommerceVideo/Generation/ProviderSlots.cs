using CommerceVideo.VideoModels.Register;
using Npgsql;

namespace CommerceVideo.Generation;

/// <summary>
/// Who may be in flight at a provider, over all processes: a row for each request from before it is sent until it has
/// ended. What is counted is what the provider renders, not what runs here.
/// </summary>
internal sealed class ProviderSlots(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Taking a slot again is having it.</summary>
    /// <param name="account">Whose limit it is: the provider's key, named without telling it.</param>
    /// <returns>False when all are taken, or too many were sent in the last minute.</returns>
    public async Task<bool> TryTakeAsync(Guid generation, string account, VideoModel model, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var gate = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection))
        {
            gate.Parameters.AddWithValue($"{account} {model.Id}");
            await gate.ExecuteNonQueryAsync(ct);
        }

        // Slots of attempts that have ended were left by a process that died before it could give them back; what nobody
        // knows to be taken, or is not heard of any more, does not block others for ever.
        await using var command = new NpgsqlCommand(
            """
            with ended as (
              delete from provider_slot s using generation g
              where s.account = $2 and s.model = $3 and g.id = s.generation_id and g.id <> $1
                and (g.state in ('collected', 'failed', 'refused', 'cancelled')
                  or (g.state = 'unclear' and (g.sent_at < $4 - interval '1 day' or (g.ticket is null and g.give_up_at < $4))))
              returning s.generation_id
            ), busy as (
              select count(*) as n from provider_slot
              where account = $2 and model = $3 and generation_id <> $1 and generation_id not in (select generation_id from ended)
            ), sent as (
              select count(*) as n from (
                select generation_id from provider_slot
                where account = $2 and model = $3 and taken_at > $4 - interval '1 minute' and generation_id <> $1
                union
                select id from generation where account = $2 and model = $3 and sent_at > $4 - interval '1 minute' and id <> $1
              ) as lately
            )
            insert into provider_slot (generation_id, account, model, taken_at)
            select $1, $2, $3, $4 from busy, sent where busy.n < $5 and ($6 = 0 or sent.n < $6)
            on conflict (generation_id) do update
            set account = excluded.account, model = excluded.model, taken_at = excluded.taken_at
            """,
            connection
        );
        command.Parameters.AddWithValue(generation);
        command.Parameters.AddWithValue(account);
        command.Parameters.AddWithValue(model.Id);
        command.Parameters.AddWithValue(time.GetUtcNow());
        command.Parameters.AddWithValue(model.AtOnce);
        command.Parameters.AddWithValue(model.PerMinute);
        var taken = await command.ExecuteNonQueryAsync(ct) > 0;
        await transaction.CommitAsync(ct);
        return taken;
    }

    public async Task GiveBackAsync(Guid generation, CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from provider_slot where generation_id = $1");
        command.Parameters.AddWithValue(generation);
        await command.ExecuteNonQueryAsync(ct);
    }
}
