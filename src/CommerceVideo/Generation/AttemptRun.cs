using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Generation;

/// <summary>An attempt with all that is needed to speak to its provider.</summary>
internal sealed class AttemptRun(
    WorkRun work,
    AppDb db,
    Attempt attempt,
    AttemptRows rows,
    GenerationRequest request,
    IVideoProvider provider,
    ScratchFolder folder,
    TimeProvider time
) : AttemptCase(work, db, attempt, rows, request.Model, time)
{
    public GenerationRequest Request { get; } = request;

    public IVideoProvider Provider { get; } = provider;

    public ScratchFolder Folder { get; } = folder;

    /// <summary>The provider's account whose limits hold, named without telling its key.</summary>
    public string Account => $"{Request.Model.Provider} {KeyName.Of(Request.Key)}";

    public SentGeneration Sent => new(Request, Attempt.Ticket!, Attempt.SentAt ?? Attempt.CreatedAt);
}
