namespace CommerceVideo.Jobs;

/// <summary>
/// One kind of step. It loads, decides, acts and saves through <see cref="WorkRun.SaveAsync"/>, and may run twice: every
/// effect outside is looked up before it is repeated.
/// </summary>
public interface IWorkStep
{
    Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct);

    /// <summary>The step was given up: writes the reason where a person looks for it.</summary>
    Task ParkedAsync(WorkRun run, string reason, CancellationToken ct);
}
