using Npgsql;

namespace CommerceVideo.Tests.Support;

/// <summary>
/// Holds up, in the database, whoever is about to write a state: the moment between an effect and its being written down, made
/// as long as a test needs it.
/// </summary>
internal sealed class StateGate : IAsyncDisposable
{
    private static int _number;

    private readonly NpgsqlDataSource _rows;
    private readonly NpgsqlConnection _holder;
    private readonly string _table;
    private readonly int _key;

    private StateGate(NpgsqlDataSource rows, NpgsqlConnection holder, string table, int key) =>
        (_rows, _holder, _table, _key) = (rows, holder, table, key);

    public static async Task<StateGate> BeforeAsync(NpgsqlDataSource rows, string table, string state)
    {
        var key = Interlocked.Increment(ref _number);
        var holder = await rows.OpenConnectionAsync();
        var gate = new StateGate(rows, holder, table, key);
        await ExecuteAsync(
            holder,
            $"""
            select pg_advisory_lock(7, {key});
            create function gate_{key}() returns trigger language plpgsql as $$
            begin
              perform pg_advisory_xact_lock_shared(7, {key});
              return new;
            end
            $$;
            create trigger gate_{key} before insert or update on {table}
              for each row when (new.state = '{state}') execute function gate_{key}();
            """
        );
        return gate;
    }

    /// <summary>Somebody stands before it.</summary>
    public Task ReachedAsync() =>
        Poll.UntilAsync(
            async () =>
            {
                await using var command = _rows.CreateCommand(
                    "select exists (select 1 from pg_locks where locktype = 'advisory' and classid = 7 and objid = $1 and not granted)"
                );
                command.Parameters.Add(new NpgsqlParameter { Value = (long)_key });
                return (bool)(await command.ExecuteScalarAsync())!;
            },
            TimeSpan.FromMinutes(2)
        );

    public Task OpenAsync() => ExecuteAsync(_holder, $"select pg_advisory_unlock(7, {_key})");

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(_holder, "select pg_advisory_unlock_all()");
        await ExecuteAsync(_holder, $"drop trigger gate_{_key} on {_table}; drop function gate_{_key}()");
        await _holder.DisposeAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
