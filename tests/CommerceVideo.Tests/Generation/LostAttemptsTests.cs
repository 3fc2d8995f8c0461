using CommerceVideo.Generation;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Generation;

public sealed class LostAttemptsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void References_of_other_attempts_are_held_told_or_hinted()
    {
        var told = Sent(AttemptState.Submitted, ticket: "one");
        var hinted = Sent(AttemptState.Unclear);
        hinted.HintedTicket = "two";

        var lost = LostAttempts.Of(Sent(AttemptState.Unclear), null!, [told, hinted, Sent(AttemptState.Failed)]);

        Assert.Equal(["one", "two"], lost.Held);
        Assert.False(lost.HasTwin);
        Assert.Equal(Noon, lost.SentAt);
    }

    [Theory]
    [InlineData(AttemptState.Submitting, true)]
    [InlineData(AttemptState.Unclear, true)]
    [InlineData(AttemptState.Refused, false)]
    [InlineData(AttemptState.Reserved, false)]
    public void Another_attempt_that_nobody_knows_of_is_a_twin(AttemptState state, bool twin) =>
        Assert.Equal(twin, LostAttempts.Of(Sent(AttemptState.Unclear), null!, [Sent(state)]).HasTwin);

    [Fact]
    public async Task Only_what_went_to_the_same_provider_around_then_counts()
    {
        await using var database = await AppDatabase.CreateAsync();
        await using var db = database.CreateDbContext();
        var attempt = Sent(AttemptState.Unclear);
        var near = Sent(AttemptState.Submitted, ticket: "near", minutes: 14);
        await AloneAsync(database);
        db.AddRange(attempt, near, Sent(AttemptState.Submitted, ticket: "far", minutes: 16), NotSent());
        await db.SaveChangesAsync();

        var others = await LostAttempts.OthersAsync(db, attempt, default);

        Assert.Equal(near.Id, Assert.Single(others).Id);
    }

    private static Attempt NotSent() => Attempts.Of(900, AttemptState.Reserved);

    private static int _shots;

    private static Attempt Sent(AttemptState state, string? ticket = null, int minutes = 0)
    {
        var attempt = Attempts.Of(Interlocked.Increment(ref _shots), state);
        (attempt.Ticket, attempt.SentAt) = (ticket, Noon.AddMinutes(minutes));
        return attempt;
    }

    /// <summary>Attempts without their shops and Briefs, which do not matter here.</summary>
    private static Task<int> AloneAsync(AppDatabase database) =>
        database.AskAsync<int>(
            """
            alter table generation drop constraint generation_shop_id_fkey, drop constraint generation_brief_id_fkey;
            select 1;
            """
        );
}
