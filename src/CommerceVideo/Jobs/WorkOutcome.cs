namespace CommerceVideo.Jobs;

/// <summary>How a run of a step ended.</summary>
public abstract record WorkOutcome
{
    private WorkOutcome() { }

    public static WorkOutcome Finished { get; } = new Done();

    public sealed record Done : WorkOutcome;

    /// <summary>Nothing is wrong, it is just not time: looked at again later, and no attempt is counted.</summary>
    public sealed record Snooze(TimeSpan For) : WorkOutcome;

    /// <summary>
    /// Somebody it needs does not answer, which says nothing of the work: looked at again for as long as it takes, and no
    /// attempt is counted.
    /// </summary>
    public sealed record Away(string Reason) : WorkOutcome;

    /// <summary>It went wrong in a way that may pass: tried again later, a few times, then parked with this reason.</summary>
    public sealed record Retry(string Reason) : WorkOutcome;

    /// <summary>It will never go through by itself: kept with a reason a person can read.</summary>
    public sealed record Park(string Reason) : WorkOutcome;
}
