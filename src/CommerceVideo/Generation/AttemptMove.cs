namespace CommerceVideo.Generation;

/// <summary>What to do next with an attempt.</summary>
internal enum AttemptMove
{
    /// <summary>Set its price aside.</summary>
    Reserve,

    /// <summary>Write that it is about to be sent, then send it: the only move that may cost money.</summary>
    Submit,

    /// <summary>Nobody knows whether it was taken: look for it at the provider.</summary>
    LookFor,

    /// <summary>Ask how far it is.</summary>
    Check,

    /// <summary>Fetch the Clip.</summary>
    Collect,

    /// <summary>It has ended.</summary>
    Rest,
}

/// <summary>The next move from a state; pure.</summary>
internal static class AttemptMoves
{
    /// <param name="hasTicket">The provider's reference is known: what is unclear is only how it will end.</param>
    public static AttemptMove Next(AttemptState state, bool hasTicket) =>
        state switch
        {
            AttemptState.Planned => AttemptMove.Reserve,
            AttemptState.Reserved => AttemptMove.Submit,
            AttemptState.Submitting => AttemptMove.LookFor,
            AttemptState.Unclear => hasTicket ? AttemptMove.Check : AttemptMove.LookFor,
            AttemptState.Submitted or AttemptState.Running => AttemptMove.Check,
            AttemptState.Collecting => AttemptMove.Collect,
            _ => AttemptMove.Rest,
        };
}
