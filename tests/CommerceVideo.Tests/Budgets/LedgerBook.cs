using CommerceVideo.Budgets;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.Budgets;

/// <summary>A ledger on a database of its own, for one shop.</summary>
internal sealed class LedgerBook : IAsyncDisposable
{
    private readonly WorkDesk _desk;

    private LedgerBook(WorkDesk desk, Guid shop)
    {
        (_desk, Shop) = (desk, shop);
        Ledger = new Ledger(desk.Rows, Options.Create(new BudgetOptions()), desk.Clock);
    }

    public Ledger Ledger { get; }

    public CapRoom Room => new(_desk.Rows);

    public Guid Shop { get; }

    public static async Task<LedgerBook> OpenAsync()
    {
        var desk = await WorkDesk.OpenAsync();
        return new LedgerBook(desk, await desk.ShopAsync());
    }

    public async Task<bool> ReserveAsync(Guid id, decimal price, params Cap[] caps) =>
        await ReserveAsync(id, new Money(price, Money.Dollars), caps) is ReservationOutcome.Reserved;

    public Task<ReservationOutcome> ReserveAsync(Guid id, Money price, params Cap[] caps) =>
        Ledger.ReserveAsync(new Reservation(id, Shop, "kling", "kling-3.0", price, "{}", "hash"), caps, default);

    /// <summary>One entry's move, as a step makes it: in the transaction of its own change.</summary>
    public async Task BookAsync(Func<Ledger, AppDb, Task> move, bool crash = false)
    {
        await using var db = _desk.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await move(Ledger, db);
        await (crash ? transaction.RollbackAsync() : transaction.CommitAsync());
    }

    public async Task<Charge?> ChargeAsync(Guid id)
    {
        await using var db = _desk.Db();
        return await db.Charges.AsNoTracking().SingleOrDefaultAsync(charge => charge.Id == id);
    }

    public Task<decimal> HeldAsync(string scope) =>
        _desk.ReadAsync<decimal>(
            "select coalesce((select held from budget_use where shop_id = $1 and scope = $2 and currency = 'USD'), 0)",
            Shop,
            scope
        );

    public Task<long> CountAsync() => _desk.ReadAsync<long>("select count(*) from charge where shop_id = $1", Shop);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
