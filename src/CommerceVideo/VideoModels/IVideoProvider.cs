namespace CommerceVideo.VideoModels;

/// <summary>
/// One provider's API, serving every model version of the register that names it. <see cref="SubmitAsync"/> is the only call
/// that may cost money and is made at most once an attempt; all others only read (or stop) and may run any number of times.
/// Outcomes the caller must decide about are values; exceptions are full disks and bugs.
/// </summary>
public interface IVideoProvider
{
    /// <summary>As the register and the settings name it, e.g. <c>kling</c>.</summary>
    string Name { get; }

    Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct);

    /// <summary>How far it is. A status word nobody knows means that it is still running.</summary>
    Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct);

    /// <summary>Writes the provider's file, untouched, to <paramref name="target"/> (a path that does not exist yet).</summary>
    Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct);

    /// <summary>Looks for a request whose answer was lost. Never sends anything that could cost.</summary>
    /// <param name="looks">How often it was looked for before: what is not there yet may appear.</param>
    Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct);

    /// <summary>Asks the provider to stop. What it has rendered by then it may bill.</summary>
    Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct);
}
