namespace CommerceVideo.Tests.Support;

/// <summary>The machine's clock, and as far ahead of it as it was moved.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Move(TimeSpan by) => _ahead += by;
}
