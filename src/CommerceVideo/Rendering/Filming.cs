using CommerceVideo.Briefs;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Rendering;

/// <summary>Takes a Brief's Shots with one model, in order, waiting where the model asks to.</summary>
internal sealed class Filming(IVideoModel model, TimeProvider time)
{
    /// <summary>The Clips by the names of their Shots, or the first thing that went wrong.</summary>
    public async Task<(IReadOnlyDictionary<string, Clip> Clips, FailureKind? Failure, string? Reason)> FilmAsync(
        Brief brief,
        string photo,
        string photoHash,
        double scale,
        string folder,
        CancellationToken ct
    )
    {
        var clips = new Dictionary<string, Clip>(StringComparer.Ordinal);
        foreach (var shot in brief.Shots)
        {
            var request = new GenerationRequest(Guid.NewGuid(), shot, photo, photoHash, Scale: scale);
            var target = Path.Combine(folder, $"{brief.Use}-{shot.Name}.mp4");
            switch (await CollectAsync(request, target, ct))
            {
                case CollectOutcome.Collected collected:
                    clips[shot.Name] = collected.Clip;
                    break;
                case CollectOutcome.Failed failed:
                    return (clips, failed.Kind, failed.Reason);
            }
        }

        return (clips, null, null);
    }

    private async Task<CollectOutcome> CollectAsync(GenerationRequest request, string target, CancellationToken ct)
    {
        string ticket;
        switch (await model.SubmitAsync(request, ct))
        {
            case SubmitOutcome.Accepted accepted:
                ticket = accepted.Ticket;
                break;
            case SubmitOutcome.Failed failed:
                return new CollectOutcome.Failed(failed.Kind, failed.Reason);
            case SubmitOutcome.Unclear unclear:
                return new CollectOutcome.Failed(FailureKind.Unknown, unclear.Reason);
            default:
                throw new InvalidOperationException("A submission is accepted, failed or unclear.");
        }

        while (true)
        {
            switch (await model.CheckAsync(ticket, ct))
            {
                case CheckOutcome.Finished:
                    return await model.CollectAsync(ticket, request, target, ct);
                case CheckOutcome.Failed failed:
                    return new CollectOutcome.Failed(failed.Kind, failed.Reason);
                case CheckOutcome.Running running:
                    await Task.Delay(running.AskAgainAfter, time, ct);
                    break;
            }
        }
    }
}
