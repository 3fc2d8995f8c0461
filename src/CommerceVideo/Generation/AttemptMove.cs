namespace CommerceVideo.Generation;

/// <summary>What to do next with an attempt.</summary>
internal enum AttemptMove
{
    /// <summary>Set its price aside.</summary>
    Reserve,

    /// <summary>Write that it is about to be sent, then send it: the only move that may cost money.</summary>
    Submit,

    /// <summary>Nobody knows whether it was sent: keep it for a look-up or a person.</summary>
    Doubt,

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
    /// <param name="free">The model charges nothing and gives the same Clip for the same request, so sending twice does no harm.</param>
    public static AttemptMove Next(AttemptState state, bool free) =>
        state switch
        {
            AttemptState.Planned => AttemptMove.Reserve,
            AttemptState.Reserved => AttemptMove.Submit,
            AttemptState.Submitting => free ? AttemptMove.Submit : AttemptMove.Doubt,
            AttemptState.Submitted or AttemptState.Running => AttemptMove.Check,
            AttemptState.Collecting => AttemptMove.Collect,
            _ => AttemptMove.Rest,
        };
}
