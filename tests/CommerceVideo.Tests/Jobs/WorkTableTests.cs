using CommerceVideo.Jobs;

namespace CommerceVideo.Tests.Jobs;

public sealed class WorkTableTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private WorkDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await WorkDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Shops_take_turns_however_much_one_of_them_asked_for()
    {
        var (busy, small) = (await _desk.ShopAsync(), await _desk.ShopAsync());
        await _desk.AskAsync([.. Enumerable.Range(0, 100).Select(n => Work($"busy-{n:00}", busy))]);
        _desk.Clock.Move(TimeSpan.FromSeconds(1));
        await _desk.AskAsync(Work("small-0", small), Work("small-1", small));

        var first = await _desk.HandAsync(4);
        var second = await _desk.HandAsync(2);

        Assert.Equal(["busy-00", "busy-01", "small-0", "small-1"], first.Order(StringComparer.Ordinal));
        Assert.Equal(["busy-02", "busy-03"], second.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_shop_has_running_counts_as_turns_taken()
    {
        var (busy, late) = (await _desk.ShopAsync(), await _desk.ShopAsync());
        await _desk.AskAsync([.. Enumerable.Range(0, 10).Select(n => Work($"busy-{n}", busy))]);
        await _desk.HandAsync(3);
        _desk.Clock.Move(TimeSpan.FromSeconds(1));
        await _desk.AskAsync(Work("late-0", late), Work("late-1", late), Work("late-2", late));

        var next = await _desk.HandAsync(3);

        Assert.Equal(["late-0", "late-1", "late-2"], next.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_person_overtakes_a_new_product_and_that_a_bulk_run()
    {
        var shop = await _desk.ShopAsync();
        await _desk.AskAsync(Work("bulk", shop) with { Urgency = Urgency.Bulk }, Work("product", shop));
        _desk.Clock.Move(TimeSpan.FromMinutes(1));
        await _desk.AskAsync(Work("person", shop) with { Urgency = Urgency.Person });

        Assert.Equal(["person"], await _desk.HandAsync(1));
        Assert.Equal(["product"], await _desk.HandAsync(1));
        Assert.Equal(["bulk"], await _desk.HandAsync(1));
    }

    [Fact]
    public async Task A_bulk_step_that_a_person_asks_for_becomes_urgent_and_one_asked_by_bulk_again_stays_so()
    {
        var shop = await _desk.ShopAsync();
        await _desk.AskAsync(Work("wanted", shop) with { Urgency = Urgency.Bulk }, Work("other", shop));

        await _desk.AskAsync(Work("wanted", shop) with { Urgency = Urgency.Person });
        await _desk.AskAsync(Work("wanted", shop) with { Urgency = Urgency.Bulk });

        Assert.Equal(["wanted"], await _desk.HandAsync(1));
    }

    [Fact]
    public async Task Asked_for_many_times_before_it_runs_it_is_one_row_at_the_earliest_time()
    {
        var shop = await _desk.ShopAsync();
        var now = _desk.Clock.GetUtcNow();
        await _desk.AskAsync(Work("one", shop) with { NotBefore = now.AddMinutes(5) });
        await _desk.AskAsync(Work("one", shop) with { NotBefore = now.AddMinutes(1) });
        await _desk.AskAsync(Work("one", shop) with { NotBefore = now.AddMinutes(9) });

        Assert.Equal(1, await _desk.ReadAsync<long>("select count(*) from work"));
        _desk.Clock.Move(TimeSpan.FromSeconds(59));
        Assert.Empty(await _desk.HandAsync(5));
        _desk.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(["one"], await _desk.HandAsync(5));
    }

    [Fact]
    public async Task Asked_for_while_it_runs_it_runs_again_whether_it_finished_snoozed_or_was_given_up()
    {
        var shop = await _desk.ShopAsync();
        foreach (var end in new[] { "finish", "snooze", "park" })
        {
            await _desk.AskAsync(Work(end, shop));
            await _desk.HandAsync(1);
            var run = await _desk.ClaimAsync(end);
            await _desk.AskAsync(Work(end, shop));

            await EndAsync(run, end);

            Assert.Equal("due 0", await _desk.StateAsync(end));
            Assert.Equal([end], await _desk.HandAsync(1));
        }
    }

    [Fact]
    public async Task Not_asked_for_again_it_goes_waits_or_stays_parked_with_its_reason()
    {
        var shop = await _desk.ShopAsync();
        foreach (var end in new[] { "finish", "snooze", "park" })
        {
            await _desk.AskAsync(Work(end, shop));
            await _desk.HandAsync(1);
            await EndAsync(await _desk.ClaimAsync(end), end);
        }

        Assert.Empty(await _desk.HandAsync(5));
        Assert.Equal(0, await _desk.ReadAsync<long>("select count(*) from work where key = 'finish'"));
        Assert.Equal("due 0", await _desk.StateAsync("snooze"));
        Assert.Equal("parked 1", await _desk.StateAsync("park"));
        Assert.Equal("why", await _desk.ReadAsync<string>("select reason from work where key = 'park'"));

        await _desk.AskAsync(Work("park", shop));
        Assert.Equal("due 0", await _desk.StateAsync("park"));
    }

    [Fact]
    public async Task Attempts_are_counted_when_a_run_starts_and_a_snooze_gives_its_own_back()
    {
        var shop = await _desk.ShopAsync();
        await _desk.AskAsync(Work("step", shop));
        await _desk.HandAsync(1);
        var first = await _desk.ClaimAsync("step");
        Assert.Equal("running 1", await _desk.StateAsync("step"));

        await _desk.Table.PostponeAsync(first, TimeSpan.Zero, counted: false, reason: null, default);
        var second = await _desk.ClaimAsync("step");
        await _desk.Table.PostponeAsync(second, TimeSpan.Zero, counted: true, "It broke.", default);
        var third = await _desk.ClaimAsync("step");

        Assert.Equal((1, 1, 2), (first.Attempt, second.Attempt, third.Attempt));
    }

    [Fact]
    public async Task What_was_handed_out_and_never_began_is_handed_out_again()
    {
        var shop = await _desk.ShopAsync();
        await _desk.AskAsync(Work("lost", shop));
        Assert.Equal(["lost"], await _desk.HandAsync(1));

        _desk.Clock.Move(TimeSpan.FromSeconds(29));
        Assert.Empty(await _desk.HandAsync(1));
        _desk.Clock.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(["lost"], await _desk.HandAsync(1));
    }

    [Fact]
    public async Task A_run_that_gives_no_sign_is_taken_over_and_what_it_books_afterwards_counts_for_nothing()
    {
        var shop = await _desk.ShopAsync();
        await _desk.AskAsync(Work("stalled", shop));
        await _desk.HandAsync(1);
        var stalled = await _desk.ClaimAsync("stalled");
        Assert.Null(await _desk.Table.ClaimAsync(stalled.Id, Lease, died: null, default));
        _desk.Clock.Move(Lease - TimeSpan.FromSeconds(1));
        Assert.True(await _desk.Table.RenewAsync(stalled, Lease, default));
        _desk.Clock.Move(Lease - TimeSpan.FromSeconds(1));
        Assert.Empty(await _desk.HandAsync(1));

        _desk.Clock.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(["stalled"], await _desk.HandAsync(1));
        var next = await _desk.ClaimAsync("stalled");
        await _desk.Table.FinishAsync(stalled, default);
        await _desk.Table.ParkAsync(stalled, "late", default);

        Assert.False(await _desk.Table.RenewAsync(stalled, Lease, default));
        Assert.Equal("running 2", await _desk.StateAsync("stalled"));
        await _desk.Table.FinishAsync(next, default);
        Assert.Equal(0, await _desk.ReadAsync<long>("select count(*) from work"));
    }

    [Fact]
    public async Task The_run_of_a_machine_known_to_be_dead_is_taken_over_at_once_and_the_run_after_it_is_not()
    {
        var shop = await _desk.ShopAsync();
        await _desk.AskAsync(Work("dead", shop));
        await _desk.HandAsync(1);
        var dead = await _desk.ClaimAsync("dead");

        var next = await _desk.Table.ClaimAsync(dead.Id, Lease, died: dead.Attempt, default);

        Assert.Equal(2, next!.Attempt);
        Assert.False(await _desk.Table.RenewAsync(dead, Lease, default));
        Assert.Null(await _desk.Table.ClaimAsync(dead.Id, Lease, died: dead.Attempt, default));
        Assert.True(await _desk.Table.RenewAsync(next, Lease, default));
    }

    private Task EndAsync(ClaimedWork run, string how) =>
        how switch
        {
            "finish" => _desk.Table.FinishAsync(run, default),
            "snooze" => _desk.Table.PostponeAsync(run, TimeSpan.FromMinutes(9), counted: false, reason: null, default),
            _ => _desk.Table.ParkAsync(run, "why", default),
        };

    private static WorkRequest Work(string key, Guid shop) => new("test.step", key, shop);
}
