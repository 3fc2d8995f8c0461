using CommerceVideo.Platform;
using Npgsql;

namespace CommerceVideo.Budgets;

/// <summary>What caps leave at this moment. It reserves nothing: whoever buys asks the <see cref="Ledger"/>.</summary>
internal sealed class CapRoom(NpgsqlDataSource database)
{
    private static readonly string[] Open = ["reserved", "sent", "unclear"];

    /// <summary>The most that one more purchase may cost.</summary>
    /// <param name="caps">At least one, all in the same money.</param>
    /// <param name="ending">A purchase that is about to end, and what it will have cost: the rest of what it holds is room.</param>
    public async Task<Money> LeftAsync(
        Guid shop,
        IReadOnlyList<Cap> caps,
        (Guid Charge, decimal Cost)? ending,
        CancellationToken ct
    )
    {
        var currency = caps[0].Most.Currency;
        var held = await HeldAsync(shop, caps, currency, ending ?? (Guid.Empty, 0), ct);
        var left = caps.Min(cap => cap.Most.Amount - held.GetValueOrDefault(cap.Scope));
        return new Money(Math.Max(0, left), currency);
    }

    private async Task<Dictionary<string, decimal>> HeldAsync(
        Guid shop,
        IReadOnlyList<Cap> caps,
        string currency,
        (Guid Charge, decimal Cost) ending,
        CancellationToken ct
    )
    {
        await using var command = database.CreateCommand(
            """
            select used.scope, used.held + coalesce($5 - charge.reserved, 0) from budget_use used
            left join charge on charge.id = $4 and charge.state = any($6) and used.scope = any(charge.scopes)
              and used.currency = charge.currency
            where used.shop_id = $1 and used.currency = $2 and used.scope = any($3)
            """
        );
        command.Parameters.AddWithValue(shop);
        command.Parameters.AddWithValue(currency);
        command.Parameters.AddWithValue(caps.Select(static cap => cap.Scope).ToArray());
        command.Parameters.AddWithValue(ending.Charge);
        command.Parameters.AddWithValue(ending.Cost);
        command.Parameters.AddWithValue(Open);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var held = new Dictionary<string, decimal>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            held[reader.GetString(0)] = reader.GetDecimal(1);
        }

        return held;
    }
}
