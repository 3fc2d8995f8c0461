using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Generation;

/// <summary>What one run of an attempt has at hand.</summary>
internal sealed record AttemptRun(
    WorkRun Work,
    AppDb Db,
    Attempt Attempt,
    AttemptRows Rows,
    GenerationRequest Request,
    IVideoProvider Provider,
    ScratchFolder Folder,
    TimeProvider Time
)
{
    /// <summary>The provider's account whose limits hold, named without telling its key.</summary>
    public string Account => $"{Request.Model.Provider} {KeyName.Of(Request.Key)}";

    public SentGeneration Sent => new(Request, Attempt.Ticket!, Attempt.SentAt ?? Attempt.CreatedAt);

    public void Enter(AttemptState state) => (Attempt.State, Attempt.ChangedAt) = (state, Time.GetUtcNow());

    public Task SaveAsync(CancellationToken ct, params IReadOnlyCollection<WorkRequest> next) =>
        Work.SaveAsync(Db, ct, next);

    public Task EnterAsync(AttemptState state, CancellationToken ct)
    {
        Enter(state);
        return SaveAsync(ct);
    }
}
