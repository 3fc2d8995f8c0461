using Npgsql;
using NpgsqlTypes;

namespace CommerceVideo.Webhooks;

/// <summary>
/// One connection with one prepared statement that writes a whole batch and tells the listeners, in one round trip and one commit.
/// After an exception it is of no use any more.
/// </summary>
internal sealed class DeliveryInsert : IAsyncDisposable
{
    private const string Sql = """
        with kept as (
            insert into delivery (shop_domain, webhook_id, topic, api_version, event_id, triggered_at, received_at, body, duplicates)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (shop_domain, webhook_id) do update set duplicates = delivery.duplicates + excluded.duplicates + 1
        )
        select pg_notify('delivery', '')
        """;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;
    private readonly List<string> shops = [];
    private readonly List<string> ids = [];
    private readonly List<string> topics = [];
    private readonly List<string?> versions = [];
    private readonly List<string?> events = [];
    private readonly List<DateTime?> triggered = [];
    private readonly List<DateTime> received = [];
    private readonly List<ReadOnlyMemory<byte>> bodies = [];
    private readonly List<int> duplicates = [];
    private readonly Dictionary<(string Shop, string Id), int> places = [];

    private DeliveryInsert(NpgsqlConnection connection)
    {
        this.connection = connection;
        command = new NpgsqlCommand(Sql, connection);
        Bind(shops, NpgsqlDbType.Text);
        Bind(ids, NpgsqlDbType.Text);
        Bind(topics, NpgsqlDbType.Text);
        Bind(versions, NpgsqlDbType.Text);
        Bind(events, NpgsqlDbType.Text);
        Bind(triggered, NpgsqlDbType.TimestampTz);
        Bind(received, NpgsqlDbType.TimestampTz);
        Bind(bodies, NpgsqlDbType.Bytea);
        Bind(duplicates, NpgsqlDbType.Integer);
    }

    public static async Task<DeliveryInsert> OpenAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var insert = new DeliveryInsert(await source.OpenConnectionAsync(ct));
        try
        {
            await insert.command.PrepareAsync(ct);
            return insert;
        }
        catch
        {
            await insert.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the batch is committed. A repeat inside the batch is counted on the first of its kind, as one that is already stored is.</summary>
    public async Task WriteAsync(IReadOnlyList<PendingDelivery> batch, CancellationToken ct)
    {
        Clear();
        foreach (var delivery in batch)
        {
            Add(delivery);
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Bind<T>(List<T> values, NpgsqlDbType type) =>
        command.Parameters.Add(
            new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type }
        );

    private void Clear()
    {
        places.Clear();
        shops.Clear();
        ids.Clear();
        topics.Clear();
        versions.Clear();
        events.Clear();
        triggered.Clear();
        received.Clear();
        bodies.Clear();
        duplicates.Clear();
    }

    private void Add(PendingDelivery delivery)
    {
        if (!places.TryAdd(delivery.Key, shops.Count))
        {
            duplicates[places[delivery.Key]]++;
            return;
        }

        var headers = delivery.Headers;
        shops.Add(headers.ShopDomain);
        ids.Add(headers.WebhookId);
        topics.Add(headers.Topic);
        versions.Add(headers.ApiVersion);
        events.Add(headers.EventId);
        triggered.Add(headers.TriggeredAt);
        received.Add(delivery.ReceivedAt);
        bodies.Add(delivery.Body);
        duplicates.Add(0);
    }
}
