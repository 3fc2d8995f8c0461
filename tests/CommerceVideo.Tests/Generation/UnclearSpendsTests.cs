using CommerceVideo.Budgets;
using CommerceVideo.Generation;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Generation;

/// <summary>What nobody knows to be bought: a person decides, a callback tells, the provider is asked again, or its key comes back.</summary>
public sealed class UnclearSpendsTests(GenerationGround ground) : IClassFixture<GenerationGround>
{
    [Theory]
    [InlineData(true, ChargeState.Settled, 0.252)]
    [InlineData(false, ChargeState.Released, 0)]
    public async Task A_person_decides_and_the_ledger_follows(bool spent, ChargeState state, double cost)
    {
        var (brief, attempt) = await UnclearAsync();
        await ground.ScopedAsync<UnclearSpends>(async unclear =>
        {
            var one = Assert.Single(await unclear.ListAsync(default), one => one.Id == attempt.Id);
            Assert.Contains("Kling 3.0", one.Asked, StringComparison.Ordinal);
            Assert.NotNull(one.SentAt);
            Assert.True(await unclear.ResolveAsync(attempt.Id, spent, default));
        });

        await ground.LiveAsync(TimeSpan.FromHours(25));

        var charge = await ground.ChargeAsync(attempt.Id);
        Assert.Equal((state, (decimal)cost), (charge!.State, charge.Settled));
        Assert.Equal(AttemptState.Failed, (await ground.AttemptsAsync(brief))[0].State);
        await ground.ScopedAsync<UnclearSpends>(async unclear =>
            Assert.False(await unclear.ResolveAsync(attempt.Id, !spent, default))
        );
    }

    [Fact]
    public async Task Of_two_people_who_decide_at_once_one_is_heard_and_the_ledger_says_the_same()
    {
        var (brief, attempt) = await UnclearAsync();
        await ground.LiveAsync(TimeSpan.FromHours(25));

        var heard = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(person => Task.Run(() => DecideAsync(attempt.Id, person % 2 == 0)))
        );

        Assert.Single(heard, static one => one);
        var decided = (await ground.AttemptsAsync(brief))[0];
        Assert.Equal(decided.BilledAmount, (await ground.ChargeAsync(attempt.Id))!.Settled);
        Assert.Single(decided.Reason!.Split("A person says").Skip(1));
    }

    [Fact]
    public async Task Looking_again_never_sends_again()
    {
        var (brief, attempt) = await UnclearAsync();
        var sends = (await ground.AttemptsAsync(brief))[0].Sends;

        await ground.ScopedAsync<UnclearSpends>(async unclear =>
            Assert.True(await unclear.LookAgainAsync(attempt.Id, default))
        );
        await ground.LiveAsync(TimeSpan.FromHours(25));

        var after = await ground.AttemptsAsync(brief);
        Assert.Equal((AttemptState.Unclear, sends), (after[0].State, after[0].Sends));
        Assert.Equal(AttemptState.Collected, after[1].State);
        Assert.Empty(await ground.JobsAsync(brief));
    }

    [Fact]
    public async Task A_provider_that_was_away_for_long_is_asked_again_and_the_late_success_collected()
    {
        var brief = await ground.BriefAsync("#5xx-after");
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);
        await ground.StandIns.TellAsync("kling", "stop");
        await ground.LiveAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(
            [AttemptState.Unclear, AttemptState.Collected],
            (await ground.AttemptsAsync(brief)).Select(static one => one.State)
        );

        await ground.StandIns.TellAsync("kling", "start");
        await ground.LiveAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(AttemptState.Collected, (await ground.AttemptsAsync(brief))[0].State);
        var (ledger, billed) = await ground.BooksAsync(brief);
        Assert.Equal((1, billed), ((await ground.JobsAsync(brief)).Length, ledger));
    }

    [Fact]
    public async Task A_key_that_was_taken_away_leaves_what_was_sent_in_doubt_until_it_is_back()
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Running);
        await ground.ExecuteAsync("update generation set provider = 'nobody' where brief_id = $1", brief);
        await ground.LiveAsync();
        Assert.Equal(
            [AttemptState.Unclear, AttemptState.Collected],
            (await ground.AttemptsAsync(brief)).Select(static one => one.State)
        );

        await ground.ExecuteAsync("update generation set provider = 'kling' where brief_id = $1 and number = 1", brief);
        await ground.LiveAsync();

        Assert.Equal(AttemptState.Collected, (await ground.AttemptsAsync(brief))[0].State);
        var (ledger, billed) = await ground.BooksAsync(brief);
        Assert.Equal(billed, ledger);
    }

    [Fact]
    public async Task A_key_that_was_taken_away_before_anything_was_sent_leaves_the_shot_to_the_next_model()
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Planned);
        await ground.ExecuteAsync("update generation set provider = 'nobody' where brief_id = $1", brief);

        await ground.LiveAsync();

        var attempts = await ground.AttemptsAsync(brief);
        Assert.Equal(
            [(GenerationGround.First, AttemptState.Failed), (GenerationGround.Second, AttemptState.Collected)],
            attempts.Select(static one => (one.Model, one.State))
        );
        Assert.Equal(FailureKind.AuthRejected, attempts[0].Failure);
    }

    [Fact]
    public async Task What_keeps_failing_on_our_side_after_it_was_bought_is_stood_in_for_and_collected_later()
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Running);
        await ground.ExecuteAsync(
            """
            create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$;
            create trigger full_disk before update on generation for each row
              when (new.state = 'collected' and new.provider = 'kling') execute function full_disk()
            """
        );
        await ground.LiveAsync(TimeSpan.FromMinutes(5));
        await ground.ExecuteAsync("drop trigger full_disk on generation; drop function full_disk()");
        var meanwhile = await ground.AttemptsAsync(brief);

        await ground.LiveAsync(TimeSpan.FromHours(1));

        Assert.Equal([AttemptState.Unclear, AttemptState.Collected], meanwhile.Select(static one => one.State));
        Assert.All(await ground.AttemptsAsync(brief), static one => Assert.Equal(AttemptState.Collected, one.State));
        var (ledger, billed) = await ground.BooksAsync(brief);
        Assert.Equal(billed, ledger);
    }

    [Fact]
    public async Task What_keeps_failing_on_our_side_before_it_was_bought_holds_no_money()
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Planned);
        await ground.ExecuteAsync(
            """
            create function no_slot() returns trigger language plpgsql as $$ begin raise exception 'none'; end $$;
            create trigger no_slot before insert on provider_slot for each row execute function no_slot()
            """
        );
        await ground.LiveAsync(TimeSpan.FromMinutes(5));
        await ground.ExecuteAsync("drop trigger no_slot on provider_slot; drop function no_slot()");

        var attempts = await ground.AttemptsAsync(brief);

        Assert.Equal(
            [AttemptState.Failed, AttemptState.Failed, AttemptState.Collected],
            attempts.Select(static one => one.State)
        );
        Assert.Equal(ChargeState.Released, (await ground.ChargeAsync(attempts[0].Id))!.State);
    }

    private async Task<bool> DecideAsync(Guid attempt, bool spent)
    {
        var heard = false;
        await ground.ScopedAsync<UnclearSpends>(async unclear =>
            heard = await unclear.ResolveAsync(attempt, spent, default)
        );
        return heard;
    }

    /// <summary>Sent, never answered, not to be found: the studio has stood in.</summary>
    private async Task<(Guid Brief, Attempt Attempt)> UnclearAsync()
    {
        var brief = await ground.BriefAsync("#timeout-before*99");
        await ground.LiveUntilAsync(brief, AttemptState.Collected);
        return (brief, (await ground.AttemptsAsync(brief))[0]);
    }
}
