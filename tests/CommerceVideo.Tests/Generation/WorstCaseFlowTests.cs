using CommerceVideo.Generation;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Generation;

/// <summary>What is approved for a video, and that all the flow may do for it fits in.</summary>
public sealed class WorstCaseFlowTests(GenerationGround ground) : IClassFixture<GenerationGround>
{
    private const string First = GenerationGround.First;

    private const string Second = GenerationGround.Second;

    private const string Studio = "studio-1";

    private static readonly Shot[] Chain =
    [
        GenerationGround.Open,
        GenerationGround.Open with
        {
            Name = "open-2",
            Follows = "open",
        },
    ];

    [Fact]
    public async Task A_shot_whose_join_failed_is_remade_by_the_model_that_was_asked_for_within_what_was_approved()
    {
        var brief = await ground.BriefAsync(approved: null, wanted: First, shots: Chain);
        await ground.LiveUntilAsync(brief, AttemptState.Collected);
        await StraysAsync(1);

        await ground.LiveAsync();

        Assert.Equal(
            [(0, First, AttemptState.Collected), (1, First, AttemptState.Failed), (1, First, AttemptState.Collected)],
            await StatesAsync(brief)
        );
        var (books, approved) = (await ground.BooksAsync(brief), (await ground.BriefOfAsync(brief)).ApprovedAmount);
        Assert.Equal(books.Billed, books.Ledger);
        Assert.InRange(books.Billed, 0.01m, approved!.Value);
    }

    [Fact]
    public async Task A_join_that_fails_again_is_kept_with_its_warning_and_bought_no_third_time()
    {
        var brief = await ground.BriefAsync(approved: null, wanted: First, shots: Chain);
        await ground.LiveUntilAsync(brief, AttemptState.Collected);
        await StraysAsync(2);

        await ground.LiveAsync();

        Assert.Equal(
            [(0, First, AttemptState.Collected), (1, First, AttemptState.Failed), (1, First, AttemptState.Collected)],
            await StatesAsync(brief)
        );
        Assert.Contains(
            "does not go on",
            (await ground.AttemptsAsync(brief))[^1].Warnings[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_broken_join_is_kept_where_its_remake_cannot_be_paid()
    {
        var brief = await ground.BriefAsync(approved: null, wanted: First, shots: Chain);
        await ground.LiveUntilAsync(brief, AttemptState.Collected);
        var spent = (await ground.BooksAsync(brief)).Ledger;
        await ground.ExecuteAsync("update brief set approved_amount = $2 where id = $1", brief, spent * 2);
        await StraysAsync(1);

        await ground.LiveAsync();

        Assert.Equal(
            [(0, First, AttemptState.Collected), (1, First, AttemptState.Collected)],
            await StatesAsync(brief)
        );
    }

    [Fact]
    public async Task A_model_that_was_asked_for_by_name_and_refuses_is_followed_by_the_studio_alone()
    {
        var brief = await ground.BriefAsync("#mod-in", approved: null, wanted: First);

        await ground.LiveAsync();

        Assert.Equal([(0, First, AttemptState.Refused), (0, Studio, AttemptState.Collected)], await StatesAsync(brief));
    }

    [Fact]
    public async Task A_model_that_was_asked_for_by_name_is_tried_again_after_a_pause_where_its_failure_may_pass()
    {
        await ground.StandIns.TellAsync("kling", "faults", new { next = new { fail = 1 } });
        var brief = await ground.BriefAsync(approved: null, wanted: First);

        await ground.LiveAsync();

        Assert.Equal([(0, First, AttemptState.Failed), (0, First, AttemptState.Collected)], await StatesAsync(brief));
        var attempts = await ground.AttemptsAsync(brief);
        Assert.True(attempts[1].SentAt - attempts[0].ChangedAt >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_is_dearer_than_all_that_is_left_is_left_out_and_the_reason_is_kept()
    {
        var brief = await ground.BriefAsync(approved: 0.25m);

        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((Second, AttemptState.Collected), (attempt.Model, attempt.State));
        Assert.Contains("more than 0.25 USD", attempt.Route, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_that_counts_in_other_money_buys_nothing_and_nothing_is_converted()
    {
        await ground.ExecuteAsync(
            "insert into budget (shop_id, currency) select id, 'EUR' from shop on conflict do nothing"
        );
        var brief = await ground.BriefAsync(approved: null);

        await ground.LiveAsync();
        await ground.ExecuteAsync("delete from budget");

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((Studio, AttemptState.Collected), (attempt.Model, attempt.State));
        Assert.Contains("the budget is in EUR", attempt.Route, StringComparison.Ordinal);
        Assert.Equal("EUR", (await ground.BriefOfAsync(brief)).ApprovedCurrency);
    }

    [Fact]
    public async Task Other_money_found_out_at_the_till_stops_the_purchase_with_a_reason()
    {
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Planned);
        await ground.ExecuteAsync("insert into budget (shop_id, currency) select id, 'EUR' from shop");

        await ground.LiveAsync();
        await ground.ExecuteAsync("delete from budget");

        var attempts = await ground.AttemptsAsync(brief);
        Assert.Equal(AttemptState.Cancelled, attempts[0].State);
        Assert.Contains("never converted", attempts[0].Reason, StringComparison.Ordinal);
        Assert.Empty(await ground.JobsAsync(brief));
    }

    private Task StraysAsync(int times) =>
        ground.StandIns.TellAsync("kling", "faults", new { next = new { strays = times } });

    private async Task<(int Shot, string Model, AttemptState State)[]> StatesAsync(Guid brief) =>
        [
            .. (await ground.AttemptsAsync(brief))
                .OrderBy(static one => one.Shot)
                .ThenBy(static one => one.Number)
                .Select(static one => (one.Shot, one.Model, one.State)),
        ];
}
