using CommerceVideo.Platform;

namespace CommerceVideo.Tests.Platform;

public sealed class ClockTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_start_it_is_the_real_time(string? start) =>
        Assert.Same(TimeProvider.System, Clock.StartingAt(start));

    [Theory]
    [InlineData("2027-03-01T08:00:00Z", "2027-03-01T08:00:00Z")]
    [InlineData("2027-03-01T08:00:00", "2027-03-01T08:00:00Z")]
    [InlineData("2027-03-01T08:00:00+02:00", "2027-03-01T06:00:00Z")]
    [InlineData("1999-12-31", "1999-12-31T00:00:00Z")]
    public void It_starts_where_it_is_told_and_goes_on(string start, string first)
    {
        var clock = Clock.StartingAt(start);
        var began = DateTimeOffset.Parse(first, null);

        var now = clock.GetUtcNow();

        Assert.InRange(now, began, began + Generous);
        Assert.True(SpinWait.SpinUntil(() => clock.GetUtcNow() > now, Generous));
    }

    [Fact]
    public void A_start_that_is_no_instant_is_refused() =>
        Assert.Throws<FormatException>(static () => Clock.StartingAt("tomorrow"));
}
