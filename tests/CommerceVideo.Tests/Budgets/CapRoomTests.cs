using CommerceVideo.Budgets;
using CommerceVideo.Platform;

namespace CommerceVideo.Tests.Budgets;

/// <summary>What caps leave, and in which money they are counted.</summary>
public sealed class CapRoomTests : IAsyncLifetime
{
    private static readonly Cap Day = new("day:2026-11-24", "today", new Money(10, "USD"));

    private static readonly Cap Month = new("month:2026-11", "this month", new Money(12, "USD"));

    private LedgerBook _book = null!;

    public async Task InitializeAsync() => _book = await LedgerBook.OpenAsync();

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Fact]
    public async Task The_tightest_cap_says_what_is_left()
    {
        Assert.Equal(new Money(10, "USD"), await LeftAsync());

        await _book.ReserveAsync(Guid.NewGuid(), 7, Month);

        Assert.Equal(new Money(5, "USD"), await LeftAsync());
    }

    [Fact]
    public async Task What_cost_more_than_a_cap_leaves_nothing_and_not_less()
    {
        var dear = Guid.NewGuid();
        await _book.ReserveAsync(dear, 9, Day);
        await _book.BookAsync((ledger, db) => ledger.SettleAsync(db, dear, new Money(11, "USD"), default));

        Assert.Equal(new Money(0, "USD"), await LeftAsync());
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(4, 6)]
    public async Task What_an_ending_purchase_gives_back_is_room_for_the_next(decimal cost, decimal left)
    {
        var ending = Guid.NewGuid();
        await _book.ReserveAsync(ending, 4, Day, Month);

        Assert.Equal(left, (await LeftAsync((ending, cost))).Amount);
    }

    [Fact]
    public async Task A_purchase_that_has_ended_gives_nothing_back_a_second_time()
    {
        var ended = Guid.NewGuid();
        await _book.ReserveAsync(ended, 4, Day);
        await _book.BookAsync((ledger, db) => ledger.SettleAsync(db, ended, new Money(4, "USD"), default));

        Assert.Equal(6, (await LeftAsync((ended, 0))).Amount);
    }

    [Fact]
    public async Task What_is_paid_in_other_money_than_a_cap_is_set_in_is_not_bought_and_leaves_no_trace()
    {
        var id = Guid.NewGuid();

        var outcome = await _book.ReserveAsync(id, new Money(1, "EUR"), Day, Month);

        Assert.Equal(new ReservationOutcome.OtherMoney(Day), outcome);
        Assert.Null(await _book.ChargeAsync(id));
    }

    [Fact]
    public async Task A_shop_that_changes_its_money_is_counted_anew_in_it()
    {
        await _book.ReserveAsync(Guid.NewGuid(), 9, Day);
        var euros = Day with { Most = new Money(5, "EUR") };

        Assert.IsType<ReservationOutcome.Reserved>(
            await _book.ReserveAsync(Guid.NewGuid(), new Money(5, "EUR"), euros)
        );

        Assert.Equal(1, (await LeftAsync()).Amount);
        Assert.Equal(new Money(0, "EUR"), await _book.Room.LeftAsync(_book.Shop, [euros], ending: null, default));
    }

    [Fact]
    public async Task A_charge_is_not_settled_in_other_money()
    {
        var id = Guid.NewGuid();
        await _book.ReserveAsync(id, 4, Day);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _book.BookAsync((ledger, db) => ledger.SettleAsync(db, id, new Money(4, "EUR"), default))
        );
        Assert.Equal(ChargeState.Reserved, (await _book.ChargeAsync(id))!.State);
    }

    private Task<Money> LeftAsync((Guid Charge, decimal Cost)? ending = null) =>
        _book.Room.LeftAsync(_book.Shop, [Day, Month], ending, default);
}
