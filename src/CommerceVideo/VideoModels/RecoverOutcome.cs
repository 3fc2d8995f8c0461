namespace CommerceVideo.VideoModels;

/// <summary>What the provider knows of a request whose answer was lost.</summary>
public abstract record RecoverOutcome
{
    private RecoverOutcome() { }

    /// <summary>It was taken.</summary>
    public sealed record Found(string Ticket) : RecoverOutcome;

    /// <summary>
    /// It was not taken, or sending the same request once more cannot buy it twice: the provider refuses a second one of the
    /// same name.
    /// </summary>
    public sealed record SafeToSend(string Evidence) : RecoverOutcome;

    /// <summary>Not to be seen yet: ask again.</summary>
    public sealed record AskAgain(TimeSpan After) : RecoverOutcome;

    /// <summary>The provider offers no way to know: a person decides.</summary>
    /// <param name="Evidence">What it does say, for that person.</param>
    public sealed record Unknowable(string Evidence) : RecoverOutcome;
}
