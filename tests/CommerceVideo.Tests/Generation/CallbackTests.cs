using System.Net;
using System.Net.Http.Json;
using CommerceVideo.Generation;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels.Callbacks;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceVideo.Tests.Generation;

/// <summary>Calls back only wake: however they come, the attempt asks for itself, once.</summary>
public sealed class CallbackTests(GenerationGround ground) : IClassFixture<GenerationGround>
{
    [Theory]
    [InlineData("#dup-callback")]
    [InlineData("#out-of-order")]
    [InlineData("#late-callback")]
    [InlineData("#no-callback")]
    [InlineData("#dup-callback #out-of-order #5xx-after")]
    public async Task However_a_provider_calls_back_one_clip_is_bought_and_booked(string script)
    {
        var brief = await ground.BriefAsync(script);

        await ground.LiveAsync();
        await ground.LeapAsync(TimeSpan.FromMinutes(11));
        await ground.LiveAsync();

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(brief)).State);
        var (ledger, billed) = await ground.BooksAsync(brief);
        Assert.Equal((1, billed), ((await ground.JobsAsync(brief)).Length, ledger));
        Assert.Equal(1, Assert.Single(await ground.JobsAsync(brief)).Submits);
    }

    [Fact]
    public async Task A_call_wakes_an_attempt_before_its_time()
    {
        await ground.StandIns.TellAsync("kling", "options", new { hiddenSeconds = 0 });
        var brief = await ground.BriefAsync();
        await ground.LiveUntilAsync(brief, AttemptState.Running);

        await Poll.UntilAsync(async () => (await ground.JobsAsync(brief))[0].CallbackAnswers.Count >= 3);
        await ground.LiveAsync(TimeSpan.FromMilliseconds(50));
        await ground.StandIns.TellAsync("kling", "options", new { hiddenSeconds = 1 });

        Assert.Equal(AttemptState.Collected, Assert.Single(await ground.AttemptsAsync(brief)).State);
        Assert.All((await ground.JobsAsync(brief))[0].CallbackAnswers, static answer => Assert.Equal("200", answer));
    }

    [Fact]
    public async Task Calls_that_come_before_the_provider_shows_its_task_do_not_make_it_be_sent_again()
    {
        var brief = await ground.BriefAsync("#5xx-after #dup-callback");
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);

        for (var call = 0; call < 5; call++)
        {
            var generation = (await ground.AttemptsAsync(brief))[0].Id;
            await ground.ScopedAsync<CallbackWaking>(waking => waking.WakeAsync("kling", generation, null, default));
            await ground.LiveAsync(TimeSpan.FromMilliseconds(50));
        }

        await ground.LiveAsync();
        Assert.Equal(1, Assert.Single(await ground.AttemptsAsync(brief)).Sends);
        Assert.Equal(1, Assert.Single(await ground.JobsAsync(brief)).Submits);
    }

    [Fact]
    public async Task A_forged_call_is_turned_away_and_wakes_nobody()
    {
        var brief = await ground.BriefAsync("#never #no-callback");
        await ground.LiveUntilAsync(brief, AttemptState.Running);
        var due = await DueAsync(brief);

        await ground.StandIns.TellAsync(
            "kling",
            "callbacks",
            new
            {
                job = (await ground.JobsAsync(brief))[0].Id,
                state = "succeeded",
                forged = true,
            }
        );
        await Poll.UntilAsync(async () => (await ground.JobsAsync(brief))[0].CallbackAnswers.Count > 0);

        Assert.Equal(["401"], (await ground.JobsAsync(brief))[0].CallbackAnswers);
        Assert.Equal(due, await DueAsync(brief));
    }

    [Fact]
    public async Task A_true_call_that_lies_about_the_state_is_not_believed()
    {
        var brief = await ground.BriefAsync("#never #no-callback");
        await ground.LiveUntilAsync(brief, AttemptState.Running);

        await ground.StandIns.TellAsync(
            "kling",
            "callbacks",
            new { job = (await ground.JobsAsync(brief))[0].Id, state = "succeeded" }
        );
        await Poll.UntilAsync(async () => (await ground.JobsAsync(brief))[0].CallbackAnswers.Count > 0);
        await ground.LiveAsync(TimeSpan.FromMilliseconds(50));

        Assert.Equal(AttemptState.Running, Assert.Single(await ground.AttemptsAsync(brief)).State);
    }

    [Fact]
    public async Task A_call_at_an_address_that_we_did_not_sign_finds_nothing()
    {
        var brief = await ground.BriefAsync("#never #no-callback");
        await ground.LiveUntilAsync(brief, AttemptState.Running);
        var generation = (await ground.AttemptsAsync(brief))[0].Id;
        using var http = new HttpClient { BaseAddress = ground.Web };

        var signed = ground.Services.GetRequiredService<CallbackAddresses>().To("kling", generation)!;
        var others = ground.Services.GetRequiredService<CallbackAddresses>().To("kling", Guid.NewGuid())!;
        using var wrong = await http.PostAsJsonAsync($"callbacks/kling/{generation:N}/{others.Segments[^1]}", new { });
        using var unsigned = await http.PostAsJsonAsync(signed, new { });

        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
    }

    [Fact]
    public async Task A_call_that_carries_the_ticket_repairs_a_lost_answer()
    {
        await ground.StandIns.TellAsync("kling", "options", new { hiddenSeconds = 3600 });
        var brief = await ground.BriefAsync("#timeout-after #no-callback");
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);
        var ticket = (await ground.JobsAsync(brief))[0].Id;
        await ground.StandIns.TellAsync("kling", "options", new { hiddenSeconds = 1 });

        await ground.ScopedAsync<CallbackWaking>(async waking =>
            await waking.WakeAsync("kling", (await ground.AttemptsAsync(brief))[0].Id, ticket, default)
        );
        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Collected, ticket, 1), (attempt.State, attempt.Ticket, attempt.Sends));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_call_with_an_empty_ticket_is_not_taken_for_one(string ticket)
    {
        await ground.StandIns.TellAsync("kling", "options", new { hiddenSeconds = 3600 });
        var brief = await ground.BriefAsync("#timeout-after #no-callback");
        await ground.LiveUntilAsync(brief, AttemptState.Submitting);

        await ground.ScopedAsync<CallbackWaking>(async waking =>
            await waking.WakeAsync("kling", (await ground.AttemptsAsync(brief))[0].Id, ticket, default)
        );
        await ground.StandIns.TellAsync("kling", "options", new { hiddenSeconds = 1 });
        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Collected, (await ground.JobsAsync(brief))[0].Id), (attempt.State, attempt.Ticket));
    }

    private async Task<DateTimeOffset> DueAsync(Guid brief)
    {
        var key = $"{(await ground.AttemptsAsync(brief))[0].Id:N}";
        await using var command = ground.Rows.CreateCommand("select due_at from work where key = $1");
        command.Parameters.AddWithValue(key);
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return reader.GetFieldValue<DateTimeOffset>(0);
    }
}
