using CommerceVideo.Budgets;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Generation;

/// <summary>What somebody would try who wants a second bill, or a bill that nobody books.</summary>
public sealed class HostileTests(GenerationGround ground) : IClassFixture<GenerationGround>
{
    [Fact]
    public async Task A_second_worker_on_an_attempt_that_is_being_sent_sends_nothing()
    {
        var brief = await ground.BriefAsync("#timeout-after");
        await ground.LiveUntilAsync(brief, AttemptState.Planned);
        var attempt = (await ground.AttemptsAsync(brief))[0];
        var first = Task.Run(() => RunAsync(attempt));
        await Poll.UntilAsync(async () => (await ground.AttemptsAsync(brief))[0].State == AttemptState.Submitting);

        // As if a clock had jumped over the end of its lease.
        await ground.ExecuteAsync("update work set state = 'due', lease = null where key = $1", $"{attempt.Id:N}");
        await RunAsync(attempt);
        await first;
        await ground.LiveAsync();

        var after = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Collected, 1), (after.State, after.Sends));
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task Sixteen_workers_that_take_up_one_attempt_at_once_send_it_once()
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Planned);
        var attempt = (await ground.AttemptsAsync(brief))[0];

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => RunAsync(attempt))));
        await ground.LiveAsync();

        Assert.Equal(1, Assert.Single(await ground.JobsAsync(brief)).Submits);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_while_an_answer_is_lost_buys_nothing_twice()
    {
        var brief = await ground.BriefAsync("#5xx-after");
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);
        ground.FallBehind(TimeSpan.FromHours(25));

        await ground.LiveAsync();
        await ground.CatchUpAsync();
        await ground.LiveAsync(TimeSpan.FromHours(1));

        Assert.Equal(AttemptState.Collected, (await ground.AttemptsAsync(brief))[0].State);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task A_key_that_is_replaced_while_an_answer_is_lost_is_not_used_to_send_it_again()
    {
        var brief = await ground.BriefAsync("#5xx-before");
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);
        var sent = (await ground.AttemptsAsync(brief))[0].Account;
        await ground.ExecuteAsync("update generation set account = 'kling before' where brief_id = $1", brief);
        await ground.LiveAsync(TimeSpan.FromMinutes(30));

        var attempts = await ground.AttemptsAsync(brief);
        Assert.Equal([AttemptState.Unclear, AttemptState.Collected], attempts.Select(static one => one.State));
        Assert.Equal((1, "studio-1"), (attempts[0].Sends, attempts[1].Model));
        Assert.Contains("another key", attempts[0].Reason, StringComparison.Ordinal);
        Assert.Equal(ChargeState.Unclear, (await ground.ChargeAsync(attempts[0].Id))!.State);
        Assert.NotNull(sent);
        Assert.Empty(await ground.JobsAsync(brief));
    }

    [Fact]
    public async Task A_key_that_is_back_finds_what_was_lost_under_it()
    {
        var brief = await ground.BriefAsync("#5xx-after");
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);
        await ground.ExecuteAsync("update generation set account = 'x' || account where brief_id = $1", brief);
        await ground.LiveAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(AttemptState.Unclear, (await ground.AttemptsAsync(brief))[0].State);
        await ground.ExecuteAsync("update generation set account = substr(account, 2) where brief_id = $1", brief);

        await ground.LiveAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(AttemptState.Collected, (await ground.AttemptsAsync(brief))[0].State);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task A_cap_that_is_lowered_while_one_is_made_stops_the_next_and_not_that_one(double cap)
    {
        var first = await ground.BriefAsync();
        await ground.LiveUntilAsync(first, AttemptState.Running);
        await BudgetAsync(first, (decimal)cap, "USD");
        var second = await ground.BriefAsync();

        await ground.LiveAsync();
        await NoBudgetAsync();

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(first)).State);
        await BooksAgreeAsync(first, jobs: 1);
        await OnlyTheStudioAsync(second);
        await BooksAgreeAsync(second, jobs: 0);
    }

    [Fact]
    public async Task Nothing_is_bought_in_a_currency_that_the_budget_cannot_be_held_against()
    {
        var brief = await ground.BriefAsync();
        await BudgetAsync(brief, 1000, "EUR");

        await ground.LiveAsync();
        await NoBudgetAsync();

        await OnlyTheStudioAsync(brief);
        await BooksAgreeAsync(brief, jobs: 0);
    }

    /// <summary>What the caps leave no room for is left out of the route, and the route says so.</summary>
    private async Task OnlyTheStudioAsync(Guid brief)
    {
        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Collected, "studio-1"), (attempt.State, attempt.Model));
        Assert.Contains("over_budget", attempt.Route, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_that_leaves_has_nothing_more_bought_and_what_was_sent_is_booked()
    {
        var sent = await ground.BriefAsync();
        await ground.LiveUntilAsync(sent, AttemptState.Running);
        var planned = await ground.BriefAsync();
        await ground.LiveUntilAsync(planned, AttemptState.Planned);
        var asked = await ground.BriefAsync();
        await ground.ExecuteAsync("update shop set uninstalled_at = now()");

        await ground.LiveAsync();
        await ground.ExecuteAsync("update shop set uninstalled_at = null");

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(sent)).State);
        await BooksAgreeAsync(sent, jobs: 1);
        Assert.Equal(AttemptState.Cancelled, Assert.Single(await ground.AttemptsAsync(planned)).State);
        await BooksAgreeAsync(planned, jobs: 0);
        Assert.Empty(await ground.AttemptsAsync(asked));
    }

    private async Task RunAsync(Attempt attempt)
    {
        await using var command = ground.Rows.CreateCommand("select id from work where key = $1");
        command.Parameters.AddWithValue($"{attempt.Id:N}");
        if (await command.ExecuteScalarAsync() is long id)
        {
            await ((WorkRunner)ground.Services.GetService(typeof(WorkRunner))!).RunAsync(id, died: null, default);
        }
    }

    private Task BudgetAsync(Guid brief, decimal cap, string currency) =>
        ground.ExecuteAsync(
            "insert into budget (shop_id, day, month, currency) select shop_id, $2, $2, $3 from brief where id = $1",
            brief,
            cap,
            currency
        );

    private Task NoBudgetAsync() => ground.ExecuteAsync("delete from budget");

    private async Task BooksAgreeAsync(Guid brief, int jobs)
    {
        var (ledger, billed) = await ground.BooksAsync(brief);
        Assert.Equal(billed, ledger);
        Assert.Equal(jobs, (await ground.JobsAsync(brief)).Length);
    }
}
