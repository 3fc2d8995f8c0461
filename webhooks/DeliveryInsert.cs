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

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _command;
    private readonly List<string> _shops = [];
    private readonly List<string> _ids = [];
    private readonly List<string> _topics = [];
    private readonly List<string?> _versions = [];
    private readonly List<string?> _events = [];
    private readonly List<DateTime?> _triggered = [];
    private readonly List<DateTime> _received = [];
    private readonly List<ReadOnlyMemory<byte>> _bodies = [];
    private readonly List<int> _duplicates = [];
    private readonly Dictionary<(string Shop, string Id), int> _places = [];

    private DeliveryInsert(NpgsqlConnection connection)
    {
        _connection = connection;
        _command = new NpgsqlCommand(Sql, _connection);
        Bind(_shops, NpgsqlDbType.Text);
        Bind(_ids, NpgsqlDbType.Text);
        Bind(_topics, NpgsqlDbType.Text);
        Bind(_versions, NpgsqlDbType.Text);
        Bind(_events, NpgsqlDbType.Text);
        Bind(_triggered, NpgsqlDbType.TimestampTz);
        Bind(_received, NpgsqlDbType.TimestampTz);
        Bind(_bodies, NpgsqlDbType.Bytea);
        Bind(_duplicates, NpgsqlDbType.Integer);
    }

    public static async Task<DeliveryInsert> OpenAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var insert = new DeliveryInsert(await source.OpenConnectionAsync(ct));
        try
        {
            await insert._command.PrepareAsync(ct);
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

        await _command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _command.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Bind<T>(List<T> values, NpgsqlDbType type) =>
        _command.Parameters.Add(
            new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type }
        );

    private void Clear()
    {
        _places.Clear();
        _shops.Clear();
        _ids.Clear();
        _topics.Clear();
        _versions.Clear();
        _events.Clear();
        _triggered.Clear();
        _received.Clear();
        _bodies.Clear();
        _duplicates.Clear();
    }

    private void Add(PendingDelivery delivery)
    {
        if (!_places.TryAdd(delivery.Key, _shops.Count))
        {
            _duplicates[_places[delivery.Key]]++;
            return;
        }

        var headers = delivery.Headers;
        _shops.Add(headers.ShopDomain);
        _ids.Add(headers.WebhookId);
        _topics.Add(headers.Topic);
        _versions.Add(headers.ApiVersion);
        _events.Add(headers.EventId);
        _triggered.Add(headers.TriggeredAt);
        _received.Add(delivery.ReceivedAt);
        _bodies.Add(delivery.Body);
        _duplicates.Add(0);
    }
}
