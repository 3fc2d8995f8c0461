using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommerceVideo.Budgets;

/// <summary>
/// The ledger and its caps. Entries move only forward, in the transaction of what they stand for, so that no crash can part
/// the two; a cap is checked in the very update that adds to it, so that it holds however many workers reserve at once.
/// </summary>
/// <remarks>Whoever adds to several scopes does so in the order of their names: nobody waits for each other in a circle.</remarks>
public sealed class Ledger(NpgsqlDataSource database, IOptions<BudgetOptions> usual, TimeProvider time)
{
    private static readonly string[] Open = ["reserved", "sent", "unclear"];

    /// <summary>Sets money aside in a transaction of its own, once however often it is asked.</summary>
    public async Task<ReservationOutcome> ReserveAsync(Reservation asked, IReadOnlyList<Cap> caps, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await InsertAsync(connection, asked, [.. caps.Select(static cap => cap.Scope)], ct))
        {
            return new ReservationOutcome.Reserved();
        }

        var currency = asked.Price.Currency;
        if (caps.FirstOrDefault(cap => cap.Most.Currency != currency) is { } other)
        {
            await transaction.RollbackAsync(ct);
            return new ReservationOutcome.OtherMoney(other);
        }

        foreach (var cap in caps.OrderBy(static cap => cap.Scope, StringComparer.Ordinal))
        {
            await ExecuteAsync(
                connection,
                "insert into budget_use (shop_id, scope, currency, held) values ($1, $2, $3, 0) on conflict do nothing",
                ct,
                asked.Shop,
                cap.Scope,
                currency
            );
            var taken = await ExecuteAsync(
                connection,
                """
                update budget_use set held = held + $4
                where shop_id = $1 and scope = $2 and currency = $3 and held + $4 <= $5
                """,
                ct,
                asked.Shop,
                cap.Scope,
                currency,
                asked.Price.Amount,
                cap.Most.Amount
            );
            if (taken == 0)
            {
                var held = await HeldAsync(connection, asked.Shop, cap, ct);
                await transaction.RollbackAsync(ct);
                return new ReservationOutcome.OverCap(cap, held);
            }
        }

        await transaction.CommitAsync(ct);
        return new ReservationOutcome.Reserved();
    }

    /// <summary>The request is about to go out.</summary>
    public Task SendAsync(AppDb db, Guid id, CancellationToken ct) =>
        MoveAsync(db, id, "sent", ["reserved", "unclear"], ct);

    /// <summary>Nobody knows: it stays set aside.</summary>
    public Task DoubtAsync(AppDb db, Guid id, CancellationToken ct) =>
        MoveAsync(db, id, "unclear", ["reserved", "sent"], ct);

    /// <summary>It cost so much; more or less than was set aside is booked on every scope.</summary>
    /// <exception cref="InvalidOperationException">It was set aside in other money.</exception>
    public async Task SettleAsync(AppDb db, Guid id, Money cost, CancellationToken ct)
    {
        var currency = await db
            .Charges.Where(one => one.Id == id)
            .Select(static one => one.Currency)
            .FirstOrDefaultAsync(ct);
        if (currency is not null && currency != cost.Currency)
        {
            throw new InvalidOperationException(
                $"{id} was set aside in {currency} and cannot be settled in {cost.Currency}."
            );
        }

        await EndAsync(db, id, "settled", cost.Amount, ct);
    }

    /// <summary>It cost nothing.</summary>
    public Task ReleaseAsync(AppDb db, Guid id, CancellationToken ct) => EndAsync(db, id, "released", 0, ct);

    public ShopBudget BudgetOf(Guid shop, AppDb db) =>
        ShopBudget.Of(db.Budgets.FirstOrDefault(budget => budget.ShopId == shop), usual.Value);

    private async Task MoveAsync(AppDb db, Guid id, string state, string[] from, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"update charge set state = {state}, changed_at = {time.GetUtcNow()} where id = {id} and state = any({from})",
            ct
        );

    // One statement: the entry ends and what it held is corrected, or neither.
    private async Task EndAsync(AppDb db, Guid id, string state, decimal cost, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            with ending as (
              select id, shop_id, reserved, currency, scopes from charge where id = {id} and state = any({Open}) for update
            ), uses as (
              select used.shop_id, used.scope, used.currency from budget_use used
              join ending on used.shop_id = ending.shop_id and used.currency = ending.currency
                and used.scope = any(ending.scopes)
              order by used.scope collate "C" for update of used
            ), ended as (
              update charge set state = {state}, settled = {cost}, changed_at = {time.GetUtcNow()}
              from ending where charge.id = ending.id
              returning {cost} - ending.reserved as more
            )
            update budget_use set held = held + ended.more from ended, uses
            where budget_use.shop_id = uses.shop_id and budget_use.scope = uses.scope
              and budget_use.currency = uses.currency
            """,
            ct
        );

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

    private static async Task<Money> HeldAsync(NpgsqlConnection connection, Guid shop, Cap cap, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select held from budget_use where shop_id = $1 and scope = $2 and currency = $3",
            connection
        );
        command.Parameters.AddWithValue(shop);
        command.Parameters.AddWithValue(cap.Scope);
        command.Parameters.AddWithValue(cap.Most.Currency);
        return new Money((decimal)(await command.ExecuteScalarAsync(ct) ?? 0m), cap.Most.Currency);
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
