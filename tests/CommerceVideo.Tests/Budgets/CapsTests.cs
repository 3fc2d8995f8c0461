using CommerceVideo.Budgets;
using CommerceVideo.Platform;

namespace CommerceVideo.Tests.Budgets;

public sealed class CapsTests
{
    private static readonly ShopBudget Budget = new(50, 500, 200, "USD");

    private static readonly Guid Brief = Guid.Parse("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void A_purchase_must_fit_the_day_the_month_the_run_and_what_was_approved_for_the_video() =>
        Assert.Equal(
            [
                new Cap("day:2026-11-24", "today", Dollars(50)),
                new Cap("month:2026-11", "this month", Dollars(500)),
                new Cap("run:spring", "this run", Dollars(200)),
                new Cap("brief:00000000000000000000000000000001", "this video", Dollars(1.5m)),
            ],
            Caps.For(Budget, At("2026-11-24T12:00:00Z"), Brief, Dollars(1.5m), "spring")
        );

    [Fact]
    public void What_was_not_set_limits_nothing() =>
        Assert.Equal(
            ["day:2026-11-24", "month:2026-11"],
            Caps.For(Budget, At("2026-11-24T12:00:00Z"), Brief, approved: null, run: null)
                .Select(static cap => cap.Scope)
        );

    [Fact]
    public void The_day_is_the_worlds_not_the_places() =>
        Assert.Equal(
            "day:2026-12-01",
            Caps.For(Budget, At("2026-11-30T23:30:00-02:00"), Brief, approved: null, run: null)[0].Scope
        );

    private static Money Dollars(decimal amount) => new(amount, Money.Dollars);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);
}
