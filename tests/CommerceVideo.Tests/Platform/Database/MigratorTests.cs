using CommerceVideo.Platform.Database;
using CommerceVideo.Tests.Support;
using Npgsql;

namespace CommerceVideo.Tests.Platform.Database;

public sealed class MigratorTests
{
    private static readonly string[] Names = [.. SchemaFiles.All.Select(static file => file.Name)];

    [Fact]
    public async Task Every_file_is_applied_once_in_order()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);

        var first = await Migrator.MigrateAsync(source, CancellationToken.None);
        var second = await Migrator.MigrateAsync(source, CancellationToken.None);

        Assert.Equal(Names, first);
        Assert.Empty(second);
        await using var count = source.CreateCommand("select count(*) from schema_file");
        Assert.Equal((long)Names.Length, await count.ExecuteScalarAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Programs_that_start_at_the_same_time_share_the_work()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);

        var applied = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Migrator.MigrateAsync(source, CancellationToken.None))
        );

        Assert.Equal(Names, applied.SelectMany(static names => names));
        Assert.Single(applied, static names => names.Count > 0);
    }

    [Fact]
    public async Task A_broken_database_keeps_the_lock_from_nobody()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using (var spoil = source.CreateCommand("create table shop (name text)"))
        {
            await spoil.ExecuteNonQueryAsync(CancellationToken.None);
        }

        await Assert.ThrowsAsync<PostgresException>(() => Migrator.MigrateAsync(source, CancellationToken.None));
        await using (var mend = source.CreateCommand("drop table shop"))
        {
            await mend.ExecuteNonQueryAsync(CancellationToken.None);
        }

        var applied = await Migrator.MigrateAsync(source, CancellationToken.None);
        Assert.Equal(Names.SkipWhile(static name => !name.StartsWith("0002", StringComparison.Ordinal)), applied);
    }
}
