namespace CommerceVideo.Bench.Faults;

/// <summary>What a run came to, counted from the stand-ins' own bills and job lists; pure.</summary>
/// <param name="DoublePurchases">
/// Billed jobs beyond the first of one attempt, jobs billed to no attempt of ours, and Shots for which two Clips were bought.
/// </param>
/// <param name="LostLateSuccesses">Jobs that succeeded and were billed, whose Clip was not collected and of which no person was told.</param>
/// <param name="Stuck">Attempts that came to no end and are not shown to a person either.</param>
/// <param name="Decided">Attempts that nobody could tell to be bought or not, and a person decided.</param>
/// <param name="Undecided">Of these, those that a person was shown and did not decide.</param>
/// <param name="LedgerDifference">Between what the ledger holds and what was billed, summed over attempts without a sign.</param>
internal sealed record FaultCount(
    int Attempts,
    int Bought,
    int DoublePurchases,
    int LostLateSuccesses,
    int Stuck,
    int Decided,
    int Undecided,
    decimal LedgerDifference
)
{
    public static FaultCount Of(IReadOnlyList<KeptAttempt> attempts, IReadOnlyList<BilledJob> jobs)
    {
        var ours = attempts.ToDictionary(static attempt => attempt.Id);
        var bills = Bills(attempts, jobs).ToArray();
        var billed = bills.Where(bill => bill.Attempt is not null).ToLookup(static bill => bill.Attempt!.Value);
        var twice = billed.Sum(static one => one.Count() - 1);
        var succeeded = billed.SelectMany(static one => one).Where(static bill => bill.Succeeded).ToArray();
        var again = succeeded
            .Select(bill => ours[bill.Attempt!.Value])
            .Distinct()
            .GroupBy(static attempt => attempt.Brief)
            .Sum(static shot => shot.Count() - 1);
        int In(AttemptFate fate) => attempts.Count(attempt => attempt.Fate == fate);
        return new FaultCount(
            attempts.Count,
            succeeded.Length,
            bills.Count(static bill => bill.Attempt is null) + twice + again,
            succeeded.Count(bill => ours[bill.Attempt!.Value].Fate is AttemptFate.Open or AttemptFate.Ended),
            In(AttemptFate.Open),
            In(AttemptFate.Decided),
            In(AttemptFate.Shown),
            attempts.Sum(attempt => Math.Abs(attempt.Booked - billed[attempt.Id].Sum(static bill => bill.Amount)))
        );
    }

    /// <summary>The same of one provider alone.</summary>
    public static FaultCount Of(string provider, IReadOnlyList<KeptAttempt> attempts, IReadOnlyList<BilledJob> jobs) =>
        Of(
            [.. attempts.Where(attempt => attempt.Provider == provider)],
            [.. jobs.Where(job => job.Provider == provider)]
        );

    /// <summary>What was billed, and to which attempt: by our id on it, else by the mark in its prompt, which its model tells apart.</summary>
    public static IEnumerable<FaultBill> Bills(IReadOnlyList<KeptAttempt> attempts, IReadOnlyList<BilledJob> jobs)
    {
        var ids = attempts.Select(static attempt => attempt.Id).ToHashSet();
        var marked = attempts.ToDictionary(static attempt => (attempt.Brief, attempt.Model), static one => one.Id);
        return jobs.Where(static job => job.Billed > 0)
            .Select(job => new FaultBill(
                job.Generation is { } id ? (ids.Contains(id) ? id : null)
                    : job is { Brief: { } brief, Model: { } model } && marked.TryGetValue((brief, model), out var one)
                        ? one
                    : null,
                job.State == "succeeded",
                job.Billed
            ));
    }
}

/// <param name="Attempt">Null where it is none of ours.</param>
/// <param name="Succeeded">A Clip was bought; some providers bill what they refuse as well.</param>
internal sealed record FaultBill(Guid? Attempt, bool Succeeded, decimal Amount);
