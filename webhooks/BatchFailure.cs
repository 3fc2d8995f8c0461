using Npgsql;

namespace CommerceVideo.Webhooks;

/// <summary>What to do with a batch the database did not take.</summary>
internal enum BatchFailure
{
    /// <summary>The connection is gone or lost a race: once more, on a new one.</summary>
    TryAgain,

    /// <summary>One of the rows is at fault: write them one by one.</summary>
    Isolate,

    /// <summary>Nothing can be written now.</summary>
    GiveUp,
}

internal static class BatchFailures
{
    public static BatchFailure Of(Exception failure) =>
        failure switch
        {
            PostgresException { SqlState: var state } => OfState(state),
            NpgsqlException { InnerException: TimeoutException } => BatchFailure.GiveUp,
            NpgsqlException => BatchFailure.TryAgain,
            OperationCanceledException or TimeoutException => BatchFailure.GiveUp,
            _ => BatchFailure.Isolate,
        };

    // The first two letters are PostgreSQL's error class.
    private static BatchFailure OfState(string state) =>
        state[..2] switch
        {
            "22" or "23" or "54" or "P0" => BatchFailure.Isolate,
            "08" or "40" => BatchFailure.TryAgain,
            "57" when state is "57P01" or "57P02" => BatchFailure.TryAgain,
            _ => BatchFailure.GiveUp,
        };
}
