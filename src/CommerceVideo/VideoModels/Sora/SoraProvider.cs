using CommerceVideo.Media;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels.Sora;

/// <summary>
/// OpenAI's videos API, which ended on 2026-09-24. From the day that the register names on nothing is sent, whatever is asked:
/// what was under way then has no end anybody could read. Its webhooks were set up for a whole project in OpenAI's console, not
/// for a request, so it is only asked.
/// </summary>
internal sealed class SoraProvider(ProviderApi api, PicturePreparation pictures, ClipDownload clips, TimeProvider time)
    : IVideoProvider
{
    public const string ProviderName = "sora";

    private const int MostPages = 5;

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(10);

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        if (Ended(request) is { } ended)
        {
            return new SubmitOutcome.Failed(FailureKind.Retired, ended);
        }

        var frame = SoraFrames.Of(request.Order);
        var needs = new PictureNeeds(MostBytes: 14 * 1024 * 1024, Exact: frame);
        var shape = new AspectRatio(frame.Width, frame.Height);
        return await pictures.PrepareAsync(request.Photo, request.Words.Subject, shape, needs, ct) switch
        {
            PictureOutcome.Prepared prepared => await SendAsync(request, prepared.Picture, ct),
            PictureOutcome.Refused refused => new SubmitOutcome.Failed(FailureKind.BadAsset, refused.Reason),
            _ => throw new InvalidOperationException("A picture is prepared or refused."),
        };
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        if (Ended(sent.Request) is { } ended)
        {
            return new CheckOutcome.Failed(FailureKind.Retired, ended);
        }

        var answer = await api.ReadAsync(() => SoraRequests.Video(sent.Ticket, sent.Request.Key!), ct);
        var video = answer is ProviderAnswer.Answered { IsSuccess: true } good ? SoraVideo.In(good.Body) : null;
        return video switch
        {
            null => Submission.Unseen(answer, SoraFailures.SaysGone(answer) ? FailureKind.Retired : null),
            { Status: SoraVideo.Completed } => new CheckOutcome.Finished(),
            { Status: SoraVideo.Failed } => new CheckOutcome.Failed(
                SoraFailures.OfVideo(video.Error),
                $"Sora could not make it: {video.Error?.Message ?? "no reason given"}"
            ),
            _ => new CheckOutcome.Running(BetweenChecks, Waiting: video.Status == SoraVideo.Queued),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        if (Ended(sent.Request) is { } ended)
        {
            return new CollectOutcome.Failed(FailureKind.Retired, ended);
        }

        using var request = SoraRequests.Content(sent.Ticket, sent.Request.Key!);
        return await clips.FromOriginAsync(api, request, sent, target, ct);
    }

    public async Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct)
    {
        if (Ended(lost.Request) is { } ended)
        {
            return new RecoverOutcome.Unknowable($"{ended} Its list of videos is gone.");
        }

        var listed = new List<SoraVideo>();
        for (var page = 0; page < MostPages; page++)
        {
            var after = listed.LastOrDefault()?.Id;
            var answer = await api.ReadAsync(() => SoraRequests.List(after, lost.Request.Key!), ct);
            if (answer is not ProviderAnswer.Answered { IsSuccess: true, IsJson: true } good)
            {
                return SoraSearch.Unread(looks);
            }

            var videos = good.Body.Items("data").Select(SoraVideo.In).OfType<SoraVideo>().ToArray();
            listed.AddRange(videos);
            if (videos.Length < SoraRequests.PageLength || SoraSearch.IsOlder(videos[^1], lost))
            {
                break;
            }
        }

        return SoraSearch.Of(lost, listed, looks);
    }

    public Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct) =>
        Task.FromResult(CancelOutcome.NotOffered);

    private async Task<SubmitOutcome> SendAsync(
        GenerationRequest request,
        PreparedPicture picture,
        CancellationToken ct
    )
    {
        var prompt = SoraDialect.Compile(request.Shot, request.Words);
        var body = SoraRequests.Body(request, picture, prompt.Text);
        var outcome = Submission.Of(
            await api.SendOnceAsync(SoraRequests.Create(body, request.Key!), ct),
            static answer => answer.Body.Text("id"),
            SoraFailures.Of
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = prompt.Warnings } : outcome;
    }

    private string? Ended(GenerationRequest request) => RetiredModel.Reason(request.Model, time.GetUtcNow());
}
