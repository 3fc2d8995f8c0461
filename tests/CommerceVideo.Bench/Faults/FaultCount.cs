namespace CommerceVideo.Bench.Faults;

/// <summary>One attempt as our own tables keep it at the end.</summary>
/// <param name="Open">Neither ended nor shown to a person.</param>
/// <param name="Booked">What the ledger holds for it: what it cost, or what is still set aside.</param>
internal sealed record KeptAttempt(Guid Id, Guid Brief, bool Collected, bool Unclear, bool Open, decimal Booked);

/// <summary>What a run came to, counted from the stand-ins' own bills and job lists; pure.</summary>
/// <param name="DoublePurchases">
/// Billed jobs beyond the first of one attempt, jobs billed to no attempt of ours, and Shots for which two Clips were bought.
/// </param>
/// <param name="LostLateSuccesses">Jobs that succeeded and were billed, whose Clip was not collected.</param>
/// <param name="Stuck">Attempts that came to no end and are not shown to a person either.</param>
/// <param name="LedgerDifference">Between what the ledger holds and what was billed, summed over attempts without a sign.</param>
internal sealed record FaultCount(
    int Attempts,
    int Bought,
    int DoublePurchases,
    int LostLateSuccesses,
    int Stuck,
    int Unclear,
    decimal LedgerDifference
)
{
    public static FaultCount Of(IReadOnlyList<KeptAttempt> attempts, IReadOnlyList<BilledJob> jobs)
    {
        var ours = attempts.ToDictionary(static attempt => attempt.Id);
        var billed = jobs.Where(static job => job.Billed > 0).ToLookup(static job => job.Generation);
        var foreign = jobs.Count(job => job.Billed > 0 && (job.Generation is not { } id || !ours.ContainsKey(id)));
        var twice = attempts.Sum(attempt => Math.Max(0, billed[attempt.Id].Count() - 1));
        var succeeded = jobs.Where(static job => job is { State: "succeeded", Billed: > 0, Generation: not null })
            .Where(job => ours.ContainsKey(job.Generation!.Value))
            .ToArray();
        var again = succeeded
            .Select(static job => job.Generation!.Value)
            .Distinct()
            .GroupBy(id => ours[id].Brief)
            .Sum(static shot => shot.Count() - 1);
        return new FaultCount(
            attempts.Count,
            succeeded.Length,
            foreign + twice + again,
            succeeded.Count(job => !ours[job.Generation!.Value].Collected),
            attempts.Count(static attempt => attempt.Open),
            attempts.Count(static attempt => attempt.Unclear),
            attempts.Sum(attempt => Math.Abs(attempt.Booked - billed[attempt.Id].Sum(static job => job.Billed)))
        );
    }
}
