using Npgsql;

namespace CommerceVideo.Bench.Faults;

/// <summary>What our own tables say while a run goes on, and at its end.</summary>
internal sealed class FaultTables(NpgsqlDataSource rows)
{
    public async Task<int> OpenAsync(CancellationToken ct)
    {
        await using var command = rows.CreateCommand(
            "select count(*)::int from generation where state not in ('collected', 'failed', 'refused', 'cancelled', 'unclear')"
        );
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>A job that somebody who calls back is at work on.</summary>
    public async Task<string?> SomeTicketAsync(CancellationToken ct)
    {
        await using var command = rows.CreateCommand(
            "select ticket from generation where state in ('submitted', 'running') and ticket is not null and provider = $1 limit 1"
        );
        command.Parameters.AddWithValue(FaultShop.CallsBack);
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    /// <param name="decided">What a person decided.</param>
    public async Task<IReadOnlyList<KeptAttempt>> AttemptsAsync(IReadOnlySet<Guid> decided, CancellationToken ct)
    {
        await using var command = rows.CreateCommand(
            """
            select g.id, g.brief_id, g.provider, g.model, g.state, coalesce(c.settled, c.reserved, 0)
            from generation g left join charge c on c.id = g.id
            """
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<KeptAttempt>();
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetGuid(0);
            all.Add(
                new KeptAttempt(
                    id,
                    reader.GetGuid(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    decided.Contains(id) ? AttemptFate.Decided : FateOf(reader.GetString(4)),
                    reader.GetDecimal(5)
                )
            );
        }

        return all;
    }

    private static AttemptFate FateOf(string state) =>
        state switch
        {
            "collected" => AttemptFate.Collected,
            "unclear" => AttemptFate.Shown,
            "failed" or "refused" or "cancelled" => AttemptFate.Ended,
            _ => AttemptFate.Open,
        };
}
