using CommerceVideo.Budgets;
using CommerceVideo.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Budgets;

public sealed class LedgerTests : IAsyncLifetime
{
    private static readonly Cap Day = new("day:2026-11-24", "today", Dollars(10));

    private static readonly Cap Month = new("month:2026-11", "this month", Dollars(25));

    private LedgerBook _book = null!;

    public async Task InitializeAsync() => _book = await LedgerBook.OpenAsync();

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Fact]
    public async Task Setting_aside_twice_is_setting_aside_once()
    {
        var id = Guid.NewGuid();

        Assert.True(await _book.ReserveAsync(id, 4, Day, Month));
        Assert.True(await _book.ReserveAsync(id, 4, Day, Month));

        Assert.Equal((4, 4), (await _book.HeldAsync(Day.Scope), await _book.HeldAsync(Month.Scope)));
    }

    [Fact]
    public async Task What_does_not_fit_one_cap_leaves_no_trace_on_any()
    {
        await _book.ReserveAsync(Guid.NewGuid(), 8, Day, Month);
        var over = Guid.NewGuid();

        Assert.False(await _book.ReserveAsync(over, 2.000001m, Month, Day));

        Assert.Null(await _book.ChargeAsync(over));
        Assert.Equal((8, 8), (await _book.HeldAsync(Day.Scope), await _book.HeldAsync(Month.Scope)));
        Assert.True(await _book.ReserveAsync(over, 2, Day, Month));
    }

    [Fact]
    public async Task What_it_cost_in_the_end_is_booked_on_every_scope()
    {
        var (more, less) = (Guid.NewGuid(), Guid.NewGuid());
        await _book.ReserveAsync(more, 4, Day, Month);
        await _book.ReserveAsync(less, 3, Day, Month);

        await _book.BookAsync((ledger, db) => ledger.SettleAsync(db, more, new Money(5.5m, "USD"), default));
        await _book.BookAsync((ledger, db) => ledger.ReleaseAsync(db, less, default));

        Assert.Equal((5.5m, 5.5m), (await _book.HeldAsync(Day.Scope), await _book.HeldAsync(Month.Scope)));
    }

    [Fact]
    public async Task A_move_whose_transaction_did_not_stand_did_not_happen()
    {
        var id = Guid.NewGuid();
        await _book.ReserveAsync(id, 4, Day);

        await _book.BookAsync((ledger, db) => ledger.ReleaseAsync(db, id, default), crash: true);

        Assert.Equal(
            (ChargeState.Reserved, 4),
            ((await _book.ChargeAsync(id))!.State, await _book.HeldAsync(Day.Scope))
        );
    }

    [Theory]
    [InlineData("day")]
    [InlineData("month")]
    [InlineData("run")]
    [InlineData("video")]
    public async Task Fifty_workers_at_once_never_pass_a_cap(string tightest)
    {
        decimal Most(string name) => name == tightest ? 3.0m : 1000;
        Cap[] caps =
        [
            new("day:2026-11-24", "today", Dollars(Most("day"))),
            new("month:2026-11", "this month", Dollars(Most("month"))),
            new("run:spring", "this run", Dollars(Most("run"))),
            new("brief:1", "this video", Dollars(Most("video"))),
        ];

        var kept = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => _book.ReserveAsync(Guid.NewGuid(), 0.42m, caps)))
        );

        Assert.Equal(7, kept.Count(static one => one));
        Assert.All(
            await Task.WhenAll(caps.Select(cap => _book.HeldAsync(cap.Scope))),
            static held => Assert.Equal(7 * 0.42m, held)
        );
        Assert.Equal(7, await _book.CountAsync());
    }

    [Fact]
    public async Task Those_who_set_aside_and_those_who_settle_at_once_do_not_wait_for_each_other_in_a_circle()
    {
        var caps = Enumerable.Range(0, 6).Select(static at => new Cap($"scope:{at}", "", Dollars(1000))).ToArray();
        var ids = Enumerable.Range(0, 60).Select(static _ => Guid.NewGuid()).ToArray();
        foreach (var id in ids)
        {
            await _book.ReserveAsync(id, 1, caps);
        }

        // Each names its scopes in another order, and half of them end while others begin.
        await Task.WhenAll(
            ids.Select(
                (id, at) =>
                    Task.Run(async () =>
                    {
                        var turned = caps.Skip(at % 6).Concat(caps.Take(at % 6)).ToArray();
                        await _book.ReserveAsync(Guid.NewGuid(), 1, turned);
                        await _book.BookAsync((ledger, db) => ledger.SettleAsync(db, id, new Money(2, "USD"), default));
                    })
            )
        );

        Assert.All(
            await Task.WhenAll(caps.Select(cap => _book.HeldAsync(cap.Scope))),
            static held => Assert.Equal((60 * 2) + 60, held)
        );
    }

    /// <summary>Held is what live entries set aside or cost; entries only move forward; no cap is passed when setting aside.</summary>
    [Fact]
    public void Whatever_is_asked_in_whatever_order_the_sums_are_right()
    {
        var moves = Gen.Elements(Enum.GetValues<Move>())
            .SelectMany(static move => Gen.Choose(0, 4).Select(entry => (Move: move, Entry: entry)))
            .SelectMany(static one => Gen.Choose(1, 900).Select(cents => new Step(one.Move, one.Entry, cents / 100m)));
        Prop.ForAll(moves.ListOf().ToArbitrary(), steps => LiveAsync([.. steps]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(25));
    }

    private static Money Dollars(decimal amount) => new(amount, Money.Dollars);

    private enum Move
    {
        Reserve,
        Send,
        Settle,
        Release,
        Doubt,
        CrashWhileSettling,
    }

    private sealed record Step(Move Move, int Entry, decimal Amount);

    private async Task<bool> LiveAsync(IReadOnlyList<Step> steps)
    {
        // Scopes of their own, so that each sequence starts from nothing.
        var run = Guid.NewGuid();
        Cap[] caps = [new($"a:{run:N}", "", Dollars(10)), new($"b:{run:N}", "", Dollars(14))];
        var ids = Enumerable.Range(0, 5).Select(static _ => Guid.NewGuid()).ToArray();
        var model = new Dictionary<int, (ChargeState State, decimal Holds)>();
        foreach (var (move, entry, amount) in steps)
        {
            await DoAsync(move, ids[entry], amount, caps);
            Expect(model, move, entry, amount, cap: 10);
            foreach (var cap in caps)
            {
                if (await _book.HeldAsync(cap.Scope) != model.Values.Sum(static one => one.Holds))
                {
                    return false;
                }
            }

            var charge = await _book.ChargeAsync(ids[entry]);
            if (charge?.State != (model.TryGetValue(entry, out var known) ? known.State : null))
            {
                return false;
            }
        }

        return true;
    }

    private Task DoAsync(Move move, Guid id, decimal amount, Cap[] caps) =>
        move switch
        {
            Move.Reserve => _book.ReserveAsync(id, amount, caps),
            Move.Send => _book.BookAsync((ledger, db) => ledger.SendAsync(db, id, default)),
            Move.Settle => _book.BookAsync(
                (ledger, db) => ledger.SettleAsync(db, id, new Money(amount, "USD"), default)
            ),
            Move.Release => _book.BookAsync((ledger, db) => ledger.ReleaseAsync(db, id, default)),
            Move.Doubt => _book.BookAsync((ledger, db) => ledger.DoubtAsync(db, id, default)),
            _ => _book.BookAsync(
                (ledger, db) => ledger.SettleAsync(db, id, new Money(amount, "USD"), default),
                crash: true
            ),
        };

    private static void Expect(
        Dictionary<int, (ChargeState State, decimal Holds)> model,
        Move move,
        int entry,
        decimal amount,
        decimal cap
    )
    {
        var known = model.TryGetValue(entry, out var now);
        if (move == Move.Reserve && !known && model.Values.Sum(static one => one.Holds) + amount <= cap)
        {
            model[entry] = (ChargeState.Reserved, amount);
        }
        else if (known && now.State is ChargeState.Reserved or ChargeState.Sent or ChargeState.Unclear)
        {
            model[entry] = move switch
            {
                Move.Send => (ChargeState.Sent, now.Holds),
                Move.Doubt => (ChargeState.Unclear, now.Holds),
                Move.Settle => (ChargeState.Settled, amount),
                Move.Release => (ChargeState.Released, 0),
                _ => now,
            };
        }
    }
}
