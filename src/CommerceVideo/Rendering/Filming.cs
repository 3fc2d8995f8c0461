using CommerceVideo.Briefs;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Prompts;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Rendering;

/// <summary>Takes a Brief's Shots in the studio, in order.</summary>
internal sealed class Filming(StudioProvider studio, TimeProvider time)
{
    /// <summary>The Clips by the names of their Shots, or the first thing that went wrong.</summary>
    public async Task<(IReadOnlyDictionary<string, Clip> Clips, FailureKind? Failure, string? Reason)> FilmAsync(
        Brief brief,
        PhotoFile photo,
        PictureFacts picture,
        double scale,
        string folder,
        CancellationToken ct
    )
    {
        var clips = new Dictionary<string, Clip>(StringComparer.Ordinal);
        foreach (var shot in brief.Shots)
        {
            var request = Request(shot, photo, picture, scale);
            if (await studio.SubmitAsync(request, ct) is not SubmitOutcome.Accepted accepted)
            {
                return (clips, FailureKind.InvalidInput, StudioRules.Refusal(request));
            }

            var sent = new SentGeneration(request, accepted.Ticket, time.GetUtcNow());
            switch (await studio.CollectAsync(sent, Path.Combine(folder, $"{brief.Use}-{shot.Name}.mp4"), ct))
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

    private static GenerationRequest Request(Shot shot, PhotoFile photo, PictureFacts picture, double scale) =>
        new(Guid.NewGuid(), Ordering.For(StudioCard.Model, shot, scale)!, shot, photo, picture, PromptWords.None)
        {
            Scale = scale,
        };
}
