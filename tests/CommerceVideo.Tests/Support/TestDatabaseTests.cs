using Npgsql;

namespace CommerceVideo.Tests.Support;

public sealed class TestDatabaseTests
{
    private static int _migrations;

    [Fact]
    public async Task Each_use_has_what_was_migrated_once_and_nothing_of_the_others()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestDatabase.CreateAsync(MigrateAsync)));

        await AskAsync(databases[0], "INSERT INTO cloth VALUES ('linen')");

        Assert.Equal(1, _migrations);
        Assert.Equal(2L, await AskAsync(databases[0], "SELECT count(*) FROM cloth"));
        Assert.Equal(1L, await AskAsync(databases[3], "SELECT count(*) FROM cloth"));
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    private static async Task MigrateAsync(string connectionString)
    {
        Interlocked.Increment(ref _migrations);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "CREATE TABLE cloth (name text); INSERT INTO cloth VALUES ('wool')",
            connection
        );
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> AskAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
