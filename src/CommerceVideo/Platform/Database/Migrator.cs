using Npgsql;

namespace CommerceVideo.Platform.Database;

/// <summary>
/// Brings the database to the newest schema: numbered SQL files, each once, in order, under an advisory lock so that any
/// number of programs may start at the same time.
/// </summary>
public static class Migrator
{
    private const long Lock = 0x434F4D4D56494445;

    /// <returns>The names of the files that were applied now.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", ct);
        try
        {
            await ExecuteAsync(
                connection,
                "create table if not exists schema_file (name text primary key, applied_at timestamptz not null default now())",
                ct
            );
            var known = await AppliedAsync(connection, ct);
            var missing = SchemaFiles.All.Where(file => !known.Contains(file.Name)).ToArray();
            foreach (var file in missing)
            {
                await ApplyAsync(connection, file, ct);
            }

            return [.. missing.Select(static file => file.Name)];
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, SchemaFile file, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, file.Sql, ct);
        await using var remember = new NpgsqlCommand("insert into schema_file (name) values ($1)", connection);
        remember.Parameters.Add(new() { Value = file.Name });
        await remember.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select name from schema_file", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
