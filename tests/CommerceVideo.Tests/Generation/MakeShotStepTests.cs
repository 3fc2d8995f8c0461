using CommerceVideo.Briefs;
using CommerceVideo.Budgets;
using CommerceVideo.Generation;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Generation;

/// <summary>What goes wrong between us and a provider, each against the provider's own books.</summary>
public sealed class MakeShotStepTests(GenerationGround ground) : IClassFixture<GenerationGround>
{
    private static readonly TimeSpan ADay = TimeSpan.FromHours(25);

    [Fact]
    public async Task A_shot_is_bought_once_collected_and_booked_as_billed()
    {
        var brief = await ground.BriefAsync();

        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Collected, 1), (attempt.State, attempt.Sends));
        Assert.NotNull(attempt.ClipKey);
        Assert.Equal(ChargeState.Settled, (await ground.ChargeAsync(attempt.Id))!.State);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Theory]
    [InlineData("#timeout-after")]
    [InlineData("#5xx-after")]
    [InlineData("#malformed")]
    [InlineData("#reset-after")]
    public async Task A_lost_answer_is_looked_up_and_nothing_is_sent_twice(string script)
    {
        var brief = await ground.BriefAsync(script);

        await ground.LiveAsync();

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(brief)).State);
        Assert.Equal(1, Assert.Single(await ground.JobsAsync(brief)).Submits);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Theory]
    [InlineData("#timeout-before")]
    [InlineData("#5xx-before")]
    public async Task What_was_lost_on_its_way_there_is_sent_again_once_it_is_known_not_to_be_there(string script)
    {
        var brief = await ground.BriefAsync(script);

        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Collected, 2), (attempt.State, attempt.Sends));
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task A_task_that_the_provider_shows_late_is_found_by_its_refusal_of_a_second_one()
    {
        await ground.StandIns.TellAsync("kling", "options", new { hiddenSeconds = 30 });
        var brief = await ground.BriefAsync("#5xx-after");

        await ground.LiveAsync();
        await ground.StandIns.TellAsync("kling", "options", new { hiddenSeconds = 1 });

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(brief)).State);
        Assert.Equal(2, Assert.Single(await ground.JobsAsync(brief)).Submits);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task A_provider_that_swallows_every_request_ends_with_the_studio_and_a_person_asked()
    {
        var brief = await ground.BriefAsync("#timeout-before*99");

        await ground.LiveAsync();

        var attempts = await ground.AttemptsAsync(brief);
        Assert.Equal(
            [(First, AttemptState.Unclear), (Studio, AttemptState.Collected)],
            attempts.Select(static one => (one.Model, one.State))
        );
        Assert.InRange(attempts[0].Sends, 1, 3);
    }

    [Theory]
    [InlineData("#mod-in", FailureKind.ContentRefused)]
    [InlineData("#balance", FailureKind.OutOfCredit)]
    [InlineData("#retired", FailureKind.Retired)]
    [InlineData("#badimg", FailureKind.InvalidInput)]
    public async Task What_a_provider_refuses_costs_nothing_and_the_next_model_is_asked(string script, FailureKind kind)
    {
        var brief = await ground.BriefAsync(script);

        await ground.LiveAsync();

        var attempts = await ground.AttemptsAsync(brief);
        Assert.Equal([First, Second, Studio], attempts.Select(static one => one.Model));
        Assert.Equal([kind, kind, null], attempts.Select(static one => one.Failure));
        Assert.Equal(AttemptState.Collected, attempts[2].State);
        Assert.Equal(ChargeState.Released, (await ground.ChargeAsync(attempts[0].Id))!.State);
        await BooksAgreeAsync(brief, jobs: 0);
    }

    [Fact]
    public async Task What_is_refused_after_it_was_made_ends_the_attempt()
    {
        await NextAsync("mod-out");
        var brief = await ground.BriefAsync();

        await ground.LiveAsync();

        Assert.Equal(
            [(First, AttemptState.Refused), (Second, AttemptState.Collected)],
            (await ground.AttemptsAsync(brief)).Select(static one => (one.Model, one.State))
        );
        await BooksAgreeAsync(brief, jobs: 2);
    }

    [Theory]
    [InlineData("#rate*3")]
    [InlineData("#throttle*2")]
    public async Task A_busy_provider_is_waited_for_with_the_same_attempt(string script)
    {
        var brief = await ground.BriefAsync(script);

        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Collected, 1), (attempt.State, attempt.Sends));
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Theory]
    [InlineData("#read-5xx*2")]
    [InlineData("#read-rate*2")]
    [InlineData("#read-malformed*2")]
    [InlineData("#odd-status")]
    [InlineData("#expired-url*2")]
    [InlineData("#download-cut*2")]
    public async Task Trouble_with_looking_or_fetching_never_fails_an_attempt(string script)
    {
        var brief = await ground.BriefAsync(script);

        await ground.LiveAsync(TimeSpan.FromMinutes(9));

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(brief)).State);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task What_takes_far_too_long_is_stood_in_for_and_its_late_clip_still_collected_and_booked()
    {
        var brief = await ground.BriefAsync("#slow #no-callback");
        await ground.LiveUntilAsync(brief, AttemptState.Running);
        ground.FallBehind(TimeSpan.FromMinutes(20));
        await ground.LiveUntilAsync(brief, AttemptState.Unclear);
        var late = await ground.AttemptsAsync(brief);
        Assert.Equal(
            [(First, AttemptState.Unclear), (Studio, AttemptState.Planned)],
            late.Select(static one => (one.Model, one.State))
        );
        Assert.Equal(ChargeState.Unclear, (await ground.ChargeAsync(late[0].Id))!.State);

        await ground.CatchUpAsync();
        await ground.LiveAsync();

        Assert.All(await ground.AttemptsAsync(brief), static one => Assert.Equal(AttemptState.Collected, one.State));
        Assert.Equal(2, (await ground.AttemptsAsync(brief)).Length);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task A_clip_that_can_never_be_fetched_was_billed_and_so_at_most_one_more_is_bought()
    {
        await ground.StandIns.TellAsync("kling", "faults", Rates("expired-url", 1));
        var brief = await ground.BriefAsync();

        await ground.LiveAsync(ADay * 3);
        await ground.StandIns.TellAsync("kling", "faults", Rates("expired-url", 0));

        var attempts = await ground.AttemptsAsync(brief);
        Assert.Equal(
            [(First, AttemptState.Failed), (Second, AttemptState.Failed), (Studio, AttemptState.Collected)],
            attempts.Select(static one => (one.Model, one.State))
        );
        await BooksAgreeAsync(brief, jobs: 2);
    }

    [Fact]
    public async Task What_would_pass_the_approved_worst_case_is_not_bought_but_made_by_the_studio()
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Planned);
        await ground.ExecuteAsync("update brief set approved_amount = 0.01 where id = $1", brief);

        await ground.LiveAsync();

        var attempts = await ground.AttemptsAsync(brief);
        Assert.Equal(
            [(First, AttemptState.Cancelled), (Studio, AttemptState.Collected)],
            attempts.Select(static one => (one.Model, one.State))
        );
        Assert.Contains("this video", attempts[0].Reason, StringComparison.Ordinal);
        Assert.Null(await ground.ChargeAsync(attempts[0].Id));
        Assert.Empty(await ground.JobsAsync(brief));
    }

    [Theory]
    [InlineData("update brief set stale = true where id = $1")]
    [InlineData("update product set deleted_at = now() from brief where brief.id = $1 and product.id = product_id")]
    public async Task What_nobody_wants_any_more_is_still_collected_and_booked_if_it_was_sent(string gone)
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Running);
        await ground.ExecuteAsync(gone, brief);

        await ground.LiveAsync();

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(brief)).State);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task What_nobody_wants_any_more_is_not_sent_again_after_it_was_lost_on_its_way()
    {
        var brief = await ground.BriefAsync("#5xx-before");
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);
        await ground.ExecuteAsync("update brief set stale = true where id = $1", brief);

        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Cancelled, 1), (attempt.State, attempt.Sends));
        Assert.Equal(ChargeState.Released, (await ground.ChargeAsync(attempt.Id))!.State);
        Assert.Empty(await ground.JobsAsync(brief));
    }

    [Fact]
    public async Task A_failure_of_what_nobody_wants_any_more_brings_no_next_attempt()
    {
        await NextAsync("mod-out");
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Running);
        await ground.ExecuteAsync("update brief set stale = true where id = $1", brief);

        await ground.LiveAsync();

        Assert.Equal(AttemptState.Refused, Assert.Single(await ground.AttemptsAsync(brief)).State);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task A_crash_between_the_refusal_and_its_being_written_leaves_the_ledger_open_for_what_is_sent_next()
    {
        await NextAsync("mod-in");
        var brief = await ground.BriefAsync();
        await ground.ExecuteAsync(
            """
            create function cut() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$;
            create trigger cut before update on generation for each row when (new.state = 'refused') execute function cut()
            """
        );
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);
        await ground.ExecuteAsync("drop trigger cut on generation; drop function cut()");

        await ground.LiveAsync();

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(brief)).State);
        await BooksAgreeAsync(brief, jobs: 1);
    }

    [Fact]
    public async Task A_late_clip_gives_a_brief_that_was_given_up_for_lack_of_it_a_new_life()
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Running);
        await ground.ExecuteAsync(
            "update brief set state = 'parked', reason_code = 'attempt_unclear', reason_text = '' where id = $1",
            brief
        );

        await ground.LiveAsync();

        Assert.Equal(BriefState.Generating, (await ground.BriefOfAsync(brief)).State);
    }

    private const string First = GenerationGround.First;

    private const string Second = GenerationGround.Second;

    private const string Studio = "studio-1";

    private static object Rates(string fault, double rate) =>
        new { rates = new Dictionary<string, double>(StringComparer.Ordinal) { [fault] = rate } };

    private Task NextAsync(string fault) =>
        ground.StandIns.TellAsync(
            "kling",
            "faults",
            new { next = new Dictionary<string, int>(StringComparer.Ordinal) { [fault] = 1 } }
        );

    private async Task BooksAgreeAsync(Guid brief, int jobs)
    {
        var (ledger, billed) = await ground.BooksAsync(brief);
        Assert.Equal(billed, ledger);
        Assert.Equal(jobs, (await ground.JobsAsync(brief)).Length);
    }
}
