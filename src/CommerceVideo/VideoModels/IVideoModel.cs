namespace CommerceVideo.VideoModels;

/// <summary>
/// One video model behind one provider. <see cref="SubmitAsync"/> is the only call that may cost money and is made at most
/// once an attempt; <see cref="CheckAsync"/> and <see cref="CollectAsync"/> only read and may run any number of times.
/// Outcomes the caller must decide about are values; exceptions are lost networks, full disks and bugs.
/// </summary>
public interface IVideoModel
{
    /// <summary>The catalogue's name for the model version, e.g. <c>studio-1</c>.</summary>
    string Id { get; }

    Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct);

    Task<CheckOutcome> CheckAsync(string ticket, CancellationToken ct);

    /// <summary>Writes the provider's file, untouched, to <paramref name="target"/> (a path that does not exist yet).</summary>
    /// <param name="request">The request as submitted: a model without a server of its own makes the Clip from it here.</param>
    Task<CollectOutcome> CollectAsync(string ticket, GenerationRequest request, string target, CancellationToken ct);
}
