using System.Globalization;
using CommerceVideo.Media;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels.Runway;

/// <summary>
/// Runway's own models. It calls nobody back, refuses no second task and lists none: of a lost answer only the bill tells. What
/// a task cost it says itself, for every way a task can end.
/// </summary>
internal sealed class RunwayProvider(
    RunwayOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    RunwayUploads uploads,
    ClipDownload clips,
    TimeProvider time
) : IVideoProvider
{
    public const string ProviderName = "runway";

    /// <summary>Not more often than every five seconds, and not all of them together.</summary>
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(5);

    /// <summary>A task that was taken has ended by then, so that its credits can be seen.</summary>
    private static readonly TimeSpan BeforeTheBill = TimeSpan.FromMinutes(5);

    private static readonly PictureNeeds Needs = new(MostBytes: 16 * 1024 * 1024);

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        if (RetiredModel.Reason(request.Model, time.GetUtcNow()) is { } ended)
        {
            return new SubmitOutcome.Failed(FailureKind.Retired, ended);
        }

        var frame = RunwayFrames.Of(request.Order.Ratio);
        var shape = new AspectRatio(frame.Width, frame.Height);
        return await pictures.PrepareAsync(request.Photo, request.Words.Subject, shape, Needs, ct) switch
        {
            PictureOutcome.Prepared prepared => await SendAsync(request, prepared.Picture, ct),
            PictureOutcome.Refused refused => new SubmitOutcome.Failed(FailureKind.BadAsset, refused.Reason),
            _ => throw new InvalidOperationException("A picture is prepared or refused."),
        };
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        var (task, answer) = await QueryAsync(sent, ct);
        return task switch
        {
            null when answer is ProviderAnswer.Answered { Status: 404 } => new CheckOutcome.Unseen(
                FailureKind.Unknown,
                "Runway no longer knows this task: it was stopped or deleted there.",
                Pause(sent)
            ),
            null => Submission.Unseen(answer),
            { Status: RunwayTask.Succeeded } => new CheckOutcome.Finished(task.Cost),
            { Status: RunwayTask.Failed } => new CheckOutcome.Failed(
                RunwayFailures.OfTask(task.FailureCode),
                $"Runway could not make it: {task.Failure}",
                task.Cost
            ),
            { Status: RunwayTask.Cancelled } => new CheckOutcome.Failed(
                FailureKind.Unknown,
                "It was stopped at Runway.",
                task.Cost
            ),
            _ => new CheckOutcome.Running(Pause(sent), task.Waits),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        // Asked again for each try: every answer brings a fresh link.
        var (task, _) = await QueryAsync(sent, ct);
        return task?.Video is { } video
            ? await clips.FromAsync(video, sent, target, ct)
            : new CollectOutcome.NotNow("Runway does not tell where the clip is.");
    }

    public async Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct)
    {
        if (looks == 0)
        {
            return new RecoverOutcome.AskAgain(BeforeTheBill);
        }

        var (model, now) = (lost.Request.Model.WireName, time.GetUtcNow());
        var since = lost.SentAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = await api.ReadAsync(() => RunwayRequests.Usage(lost.SentAt, now, lost.Request.Key!), ct);
        return new RecoverOutcome.Unknowable(
            answer is ProviderAnswer.Answered { IsSuccess: true, IsJson: true } good
                ? $"Runway lists no tasks. From {since} (UTC) on it has charged {RunwayUsage.Credits(good.Body, model)} credits "
                    + $"for {model}; this one costs {RunwayUsage.Credits(lost.Request.Order.Price)}."
                : "Runway lists no tasks, and what it has charged cannot be read now."
        );
    }

    public async Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct)
    {
        var (task, answer) = await QueryAsync(sent, ct);
        if (answer is ProviderAnswer.Answered { Status: 404 } || task?.Status == RunwayTask.Cancelled)
        {
            // A stopped task is gone: this is our own earlier wish, answered.
            return CancelOutcome.Cancelled;
        }

        // Of a finished task the same call would delete the clip.
        return
            task is { CanBeStopped: true }
            && await api.SendOnceAsync(RunwayRequests.Delete(sent.Ticket, sent.Request.Key!), ct)
                is ProviderAnswer.Answered { Status: 404 or (>= 200 and < 300) }
            ? CancelOutcome.Cancelled
            : CancelOutcome.TooLate;
    }

    private async Task<SubmitOutcome> SendAsync(
        GenerationRequest request,
        PreparedPicture picture,
        CancellationToken ct
    )
    {
        var address = picture.DataUri;
        if (address.Length > options.MostInlineCharacters)
        {
            (var put, var failed) = await uploads.PutAsync(picture, request.Key!, ct);
            if (put is null)
            {
                return failed!;
            }

            address = put;
        }

        var prompt = RunwayDialect.Compile(request.Shot, request.Words);
        var body = RunwayRequests.Body(request, address, prompt.Text);
        var outcome = Submission.Of(
            await api.SendOnceAsync(RunwayRequests.Create(body, request.Key!), ct),
            static answer => answer.Body.Text("id"),
            RunwayFailures.Of
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = prompt.Warnings } : outcome;
    }

    private async Task<(RunwayTask? Task, ProviderAnswer Answer)> QueryAsync(SentGeneration sent, CancellationToken ct)
    {
        var answer = await api.ReadAsync(() => RunwayRequests.Task(sent.Ticket, sent.Request.Key!), ct);
        return (answer is ProviderAnswer.Answered { IsSuccess: true } good ? RunwayTask.In(good.Body) : null, answer);
    }

    private static TimeSpan Pause(SentGeneration sent) =>
        BetweenChecks + TimeSpan.FromMilliseconds(sent.Request.Generation.ToByteArray()[^1] * 8);
}
