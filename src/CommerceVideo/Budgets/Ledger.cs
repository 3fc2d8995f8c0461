using CommerceVideo.Platform;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommerceVideo.Budgets;

/// <summary>
/// The ledger and its caps. Each entry moves in a transaction of its own and only forward, so that a step that runs twice
/// books once; a cap is checked in the very update that adds to it, so that it holds however many workers reserve at once.
/// </summary>
public sealed class Ledger(NpgsqlDataSource database, IOptions<BudgetOptions> usual, TimeProvider time)
{
    /// <param name="caps">In a fixed order of scopes: two workers never wait for each other.</param>
    public async Task<ReservationOutcome> ReserveAsync(Reservation asked, IReadOnlyList<Cap> caps, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await InsertAsync(connection, asked, [.. caps.Select(static cap => cap.Scope)], ct))
        {
            return new ReservationOutcome.Reserved();
        }

        foreach (var cap in caps)
        {
            await ExecuteAsync(
                connection,
                "insert into budget_use (shop_id, scope, held) values ($1, $2, 0) on conflict do nothing",
                ct,
                asked.Shop,
                cap.Scope
            );
            var taken = await ExecuteAsync(
                connection,
                "update budget_use set held = held + $3 where shop_id = $1 and scope = $2 and held + $3 <= $4",
                ct,
                asked.Shop,
                cap.Scope,
                asked.Price.Amount,
                cap.Most
            );
            if (taken == 0)
            {
                var held = await HeldAsync(connection, asked.Shop, cap.Scope, ct);
                await transaction.RollbackAsync(ct);
                return new ReservationOutcome.OverCap(cap, held);
            }
        }

        await transaction.CommitAsync(ct);
        return new ReservationOutcome.Reserved();
    }

    /// <summary>The request is about to go out.</summary>
    public Task SendAsync(Guid id, CancellationToken ct) => MoveAsync(id, "sent", ["reserved", "unclear"], null, ct);

    /// <summary>It cost so much; more or less than was set aside is booked on every scope.</summary>
    public Task SettleAsync(Guid id, Money cost, CancellationToken ct) =>
        MoveAsync(id, "settled", ["reserved", "sent", "unclear"], cost.Amount, ct);

    /// <summary>It cost nothing.</summary>
    public Task ReleaseAsync(Guid id, CancellationToken ct) =>
        MoveAsync(id, "released", ["reserved", "sent", "unclear"], 0, ct);

    /// <summary>Nobody knows: it stays set aside.</summary>
    public Task DoubtAsync(Guid id, CancellationToken ct) => MoveAsync(id, "unclear", ["reserved", "sent"], null, ct);

    public ShopBudget BudgetOf(Guid shop, Platform.Database.AppDb db) =>
        ShopBudget.Of(db.Budgets.FirstOrDefault(budget => budget.ShopId == shop), usual.Value);

    private async Task MoveAsync(Guid id, string state, string[] from, decimal? cost, CancellationToken ct)
    {
        // One statement: the entry moves and what it held is corrected, or neither.
        await using var command = database.CreateCommand(
            """
            with before as (
              select id, shop_id, reserved, coalesce(settled, reserved) as held, scopes from charge
              where id = $1 and state = any($3) for update
            ), moved as (
              update charge set state = $2, settled = coalesce($4, charge.settled), changed_at = $5
              from before where charge.id = before.id
              returning charge.shop_id, coalesce($4, before.held) - before.held as more, before.scopes
            )
            update budget_use set held = held + moved.more from moved
            where budget_use.shop_id = moved.shop_id and budget_use.scope = any(moved.scopes) and moved.more <> 0
            """
        );
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(state);
        command.Parameters.AddWithValue(from);
        command.Parameters.Add(
            new NpgsqlParameter
            {
                Value = (object?)cost ?? DBNull.Value,
                NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Numeric,
            }
        );
        command.Parameters.AddWithValue(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<bool> InsertAsync(
        NpgsqlConnection connection,
        Reservation asked,
        string[] scopes,
        CancellationToken ct
    ) =>
        await ExecuteAsync(
            connection,
            """
            insert into charge
              (id, shop_id, provider, model, state, reserved, currency, asked, request_hash, scopes, created_at, changed_at)
            values ($1, $2, $3, $4, 'reserved', $5, $6, $7::jsonb, $8, $9, $10, $10)
            on conflict (id) do nothing
            """,
            ct,
            asked.Id,
            asked.Shop,
            asked.Provider,
            asked.Model,
            asked.Price.Amount,
            asked.Price.Currency,
            asked.Asked,
            asked.RequestHash,
            scopes,
            time.GetUtcNow()
        ) > 0;

    private static async Task<decimal> HeldAsync(
        NpgsqlConnection connection,
        Guid shop,
        string scope,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "select held from budget_use where shop_id = $1 and scope = $2",
            connection
        );
        command.Parameters.AddWithValue(shop);
        command.Parameters.AddWithValue(scope);
        return (decimal)(await command.ExecuteScalarAsync(ct) ?? 0m);
    }

    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken ct,
        params object[] values
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return await command.ExecuteNonQueryAsync(ct);
    }
}
