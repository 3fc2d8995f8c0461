using CommerceVideo.Platform.Database;
using CommerceVideo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CommerceVideo.Tests.Platform.Database;

/// <summary>Holds the EF model against the real tables.</summary>
public sealed class ModelTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _rows = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(MigrateAsync);
        _rows = NpgsqlDataSource.Create(_database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _rows.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Every_mapped_property_is_a_column_of_its_type_and_nullability_and_no_column_is_forgotten()
    {
        await using var db = Db();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var mapped = entity.GetProperties().Select(Told).Order(StringComparer.Ordinal).ToArray();
            var real = await ColumnsAsync(entity.GetTableName()!);

            Assert.NotEmpty(mapped);
            Assert.True(
                mapped.SequenceEqual(real),
                $"{entity.GetTableName()}\nmodel:    {string.Join(", ", mapped.Except(real))}\ndatabase: {string.Join(", ", real.Except(mapped))}"
            );
        }
    }

    [Fact]
    public async Task Every_word_of_an_enum_is_one_its_table_takes_and_reads_back_as_itself()
    {
        await using var db = Db();
        var enums = db
            .Model.GetEntityTypes()
            .SelectMany(static entity => entity.GetProperties())
            .Where(static property => Kind(property).IsEnum)
            .ToArray();
        Assert.NotEmpty(enums);

        foreach (var property in enums)
        {
            var converter = property.GetTypeMapping().Converter!;
            var words = Enum.GetValues(Kind(property))
                .Cast<object>()
                .ToDictionary(v => v, v => converter.ConvertToProvider(v)!);
            Assert.All(words, pair => Assert.Equal(pair.Key, converter.ConvertFromProvider(pair.Value)));
            if (await AllowedAsync(property.DeclaringType.GetTableName()!, property.GetColumnName()) is { } allowed)
            {
                Assert.Equal(
                    allowed.Order(StringComparer.Ordinal),
                    words.Values.Cast<string>().Order(StringComparer.Ordinal)
                );
            }
        }
    }

    private AppDb Db() => new(new DbContextOptionsBuilder<AppDb>().UseNpgsql(_rows).Options);

    private static string Told(IProperty property) =>
        $"{property.GetColumnName()} {property.GetColumnType().Split('(')[0]}{(property.IsNullable ? " null" : "")}";

    private static Type Kind(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private async Task<string[]> ColumnsAsync(string table)
    {
        await using var command = _rows.CreateCommand(
            """
            select attname || ' ' || format_type(atttypid, null) || case when attnotnull then '' else ' null' end
            from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
            """
        );
        command.Parameters.Add(new() { Value = table });
        return [.. (await ReadAsync(command)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The words of the column's check, null where it has none.</summary>
    private async Task<string[]?> AllowedAsync(string table, string column)
    {
        await using var command = _rows.CreateCommand(
            """
            select m[1] from pg_constraint,
              regexp_matches(pg_get_constraintdef(oid), '''([a-z_]+)''::text', 'g') as m
            where conrelid = $1::regclass and contype = 'c' and conkey =
              array[(select attnum from pg_attribute where attrelid = $1::regclass and attname = $2)]
            """
        );
        command.Parameters.Add(new() { Value = table });
        command.Parameters.Add(new() { Value = column });
        var words = await ReadAsync(command);
        return words.Count == 0 ? null : [.. words];
    }

    private static async Task<List<string>> ReadAsync(NpgsqlCommand command)
    {
        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await Migrator.MigrateAsync(database, CancellationToken.None);
    }
}
