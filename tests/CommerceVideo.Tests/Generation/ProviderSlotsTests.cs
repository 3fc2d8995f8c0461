using CommerceVideo.Generation;
using CommerceVideo.Tests.Jobs;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Tests.Generation;

public sealed class ProviderSlotsTests : IAsyncLifetime
{
    private const string Account = "kling abc";

    private WorkDesk _desk = null!;
    private ProviderSlots _slots = null!;
    private Guid _brief;
    private Guid _shop;
    private int _number;

    public async Task InitializeAsync()
    {
        _desk = await WorkDesk.OpenAsync();
        _slots = new ProviderSlots(_desk.Rows, _desk.Clock);
        _shop = await _desk.ShopAsync();
        _brief = Guid.NewGuid();
        await _desk.ExecuteAsync(
            """
            with product as (
              insert into product (id, shop_id, gid, title, tags, status, remote_updated_at, synced_at)
              values ($1, $2, 'gid', '', '{}', 'ACTIVE', now(), now())
            ), image as (
              insert into source_image (id, shop_id, product_id, media_gid, position, address, state, seen_at)
              values ($1, $2, $1, '1', 1, '', 'accepted', now())
            )
            insert into brief (id, shop_id, product_id, source_image_id, content_hash, use, state, shots, created_at)
            values ($1, $2, $1, $1, 'hash', 'page', 'generating', '[]', now())
            """,
            _brief,
            _shop
        );
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Sixteen_clients_at_once_never_have_more_than_may_be_in_flight()
    {
        var (inFlight, most) = (0, 0);
        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var turn = 0; turn < 8; turn++)
                        {
                            var attempt = await AttemptAsync();
                            if (!await TakeAsync(attempt, atOnce: 3))
                            {
                                continue;
                            }

                            var now = Interlocked.Increment(ref inFlight);
                            InterlockedMax(ref most, now);
                            await Task.Yield();
                            Interlocked.Decrement(ref inFlight);
                            await _slots.GiveBackAsync(attempt, default);
                        }
                    })
                )
        );

        Assert.InRange(most, 1, 3);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Of_sixteen_at_once_exactly_as_many_get_one_as_there_are()
    {
        var attempts = new List<Guid>();
        for (var client = 0; client < 16; client++)
        {
            attempts.Add(await AttemptAsync());
        }

        var taken = await Task.WhenAll(attempts.Select(id => Task.Run(() => TakeAsync(id, atOnce: 5))));

        Assert.Equal(5, taken.Count(static one => one));
    }

    [Fact]
    public async Task Taking_a_slot_again_is_having_it()
    {
        var attempt = await AttemptAsync();

        Assert.True(await TakeAsync(attempt, atOnce: 1));
        Assert.True(await TakeAsync(attempt, atOnce: 1));
        Assert.False(await TakeAsync(await AttemptAsync(), atOnce: 1));
    }

    [Theory]
    [InlineData("collected")]
    [InlineData("failed")]
    [InlineData("refused")]
    [InlineData("cancelled")]
    public async Task What_a_dead_process_left_of_an_attempt_that_has_ended_is_free(string state)
    {
        var left = await AttemptAsync();
        await TakeAsync(left, atOnce: 1);

        await _desk.ExecuteAsync("update generation set state = $2 where id = $1", left, state);

        Assert.True(await TakeAsync(await AttemptAsync(), atOnce: 1));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_nobody_knows_to_be_taken_blocks_others_only_as_long_as_it_could_take()
    {
        var lost = await AttemptAsync();
        await TakeAsync(lost, atOnce: 1);
        await _desk.ExecuteAsync(
            "update generation set state = 'unclear', sent_at = $2, give_up_at = $3 where id = $1",
            lost,
            _desk.Clock.GetUtcNow(),
            _desk.Clock.GetUtcNow().AddMinutes(10)
        );

        Assert.False(await TakeAsync(await AttemptAsync(), atOnce: 1));
        _desk.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.True(await TakeAsync(await AttemptAsync(), atOnce: 1));
    }

    [Fact]
    public async Task What_the_provider_says_is_still_running_blocks_its_place_for_a_day()
    {
        var late = await AttemptAsync();
        await TakeAsync(late, atOnce: 1);
        await _desk.ExecuteAsync(
            "update generation set state = 'unclear', ticket = 't', sent_at = $2, give_up_at = $2 where id = $1",
            late,
            _desk.Clock.GetUtcNow()
        );

        _desk.Clock.Move(TimeSpan.FromHours(23));
        Assert.False(await TakeAsync(await AttemptAsync(), atOnce: 1));
        _desk.Clock.Move(TimeSpan.FromHours(2));
        Assert.True(await TakeAsync(await AttemptAsync(), atOnce: 1));
    }

    [Fact]
    public async Task No_more_than_allowed_are_sent_in_a_minute_even_by_sixteen_that_ask_in_the_same_moment()
    {
        var attempts = new List<Guid>();
        for (var client = 0; client < 16; client++)
        {
            attempts.Add(await AttemptAsync());
        }

        var taken = await Task.WhenAll(attempts.Select(id => Task.Run(() => TakeAsync(id, atOnce: 100, perMinute: 4))));
        Assert.Equal(4, taken.Count(static one => one));

        _desk.Clock.Move(TimeSpan.FromSeconds(59));
        Assert.False(await TakeAsync(await AttemptAsync(), atOnce: 100, perMinute: 4));
        _desk.Clock.Move(TimeSpan.FromSeconds(2));
        Assert.True(await TakeAsync(await AttemptAsync(), atOnce: 100, perMinute: 4));
    }

    [Fact]
    public async Task One_that_has_ended_within_the_minute_still_counts_as_sent()
    {
        var quick = await AttemptAsync();
        await TakeAsync(quick, atOnce: 100, perMinute: 1);
        await _desk.ExecuteAsync(
            "update generation set state = 'collected', sent_at = $2, account = $3 where id = $1",
            quick,
            _desk.Clock.GetUtcNow(),
            Account
        );
        await _slots.GiveBackAsync(quick, default);

        Assert.False(await TakeAsync(await AttemptAsync(), atOnce: 100, perMinute: 1));
    }

    [Fact]
    public async Task What_another_account_sent_in_this_minute_counts_for_that_one_alone()
    {
        var theirs = await AttemptAsync();
        await _desk.ExecuteAsync(
            "update generation set state = 'collected', sent_at = $2, account = 'kling other' where id = $1",
            theirs,
            _desk.Clock.GetUtcNow()
        );

        Assert.True(await TakeAsync(await AttemptAsync(), atOnce: 100, perMinute: 1));
        Assert.False(await _slots.TryTakeAsync(await AttemptAsync(), "kling other", Model(100, perMinute: 1), default));
    }

    [Fact]
    public async Task Another_account_has_slots_of_its_own()
    {
        await TakeAsync(await AttemptAsync(), atOnce: 1);

        Assert.True(await _slots.TryTakeAsync(await AttemptAsync(), "kling other", Model(1, 0), default));
    }

    private Task<bool> TakeAsync(Guid attempt, int atOnce, int perMinute = 0) =>
        _slots.TryTakeAsync(attempt, Account, Model(atOnce, perMinute), default);

    private async Task<Guid> AttemptAsync()
    {
        var id = Guid.NewGuid();
        await _desk.ExecuteAsync(
            """
            insert into generation
              (id, shop_id, brief_id, shot, number, provider, model, why, state, price_amount, price_currency, created_at, changed_at)
            values ($1, $2, $3, 0, $4, 'kling', 'kling-3.0', '', 'reserved', 1, 'USD', now(), now())
            """,
            id,
            _shop,
            _brief,
            Interlocked.Increment(ref _number)
        );
        return id;
    }

    private Task<long> CountAsync() => _desk.ReadAsync<long>("select count(*) from provider_slot");

    private static VideoModel Model(int atOnce, int perMinute) =>
        new()
        {
            Id = "kling-3.0",
            Name = "",
            Provider = "kling",
            WireName = "",
            Dates = new ModelDates(default, null, null, default, null),
            Starts = [ShotStart.Picture],
            Moves = [],
            Lengths = new ModelLengths(1, 10, []),
            Sizes = [],
            Strengths = new ModelStrengths(1, 1, 1, 1, 1, ""),
            TypicalSeconds = 60,
            AtOnce = atOnce,
            PerMinute = perMinute,
        };

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = most; now > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }
}
