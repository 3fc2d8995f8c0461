using System.Net.Http.Json;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>
/// Kling. It alone refuses a second task of the same name (<c>external_task_id</c>), so that a lost answer can be repaired
/// without a person.
/// </summary>
internal sealed class KlingProvider(
    KlingOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    ClipDownload clips,
    TimeProvider time
) : IVideoProvider, ICallsBack
{
    public const string ProviderName = "kling";

    /// <summary>Looks, <see cref="KlingOptions.LookEvery"/> apart, before an absent task is taken not to exist.</summary>
    private const int LooksBeforeSending = 2;

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(5);

    private static readonly PictureNeeds Needs = new(MostBytes: 7 * 1024 * 1024);

    private static readonly KlingNewStandard NewStandard = new();

    private static readonly KlingLegacyStandard LegacyStandard = new();

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        var (first, refusal) = await PrepareAsync(request, request.Photo, ct);
        if (first is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var last =
            request.Ending is { } ending && request.Model.Ending
                ? (await PrepareAsync(request, ending, ct)).Picture
                : null;
        if (Standard(request.Key!).Create(request, first, last) is not { } create)
        {
            return new SubmitOutcome.Failed(
                FailureKind.AuthRejected,
                $"{request.Model.Name} needs an API key: an access key with its secret does not open it."
            );
        }

        using var message = new HttpRequestMessage(HttpMethod.Post, create.Path)
        {
            Content = JsonContent.Create(create.Body),
        };
        message.Headers.Authorization = new("Bearer", KlingToken.For(request.Key!, time.GetUtcNow()));
        var answer = await api.SendOnceAsync(message, ct);
        if (KlingFailures.SaysItExists(answer, request.SentBefore))
        {
            return new SubmitOutcome.Unclear("Kling has a task of this name already.");
        }

        var outcome = Submission.Of(
            answer,
            good => Standard(request.Key!).Ticket(good.Body),
            static refused => KlingFailures.Of(refused)
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = create.Warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        var (task, answer) = await QueryAsync(sent, ct);
        return task switch
        {
            null => Submission.Unseen(answer),
            { State: KlingTask.Succeeded } => new CheckOutcome.Finished(task.Billed),
            { State: KlingTask.Failed } => new CheckOutcome.Failed(
                KlingFailures.OfMessage(task.Message),
                $"Kling could not make it: {task.Message}",
                task.Billed
            ),
            _ => new CheckOutcome.Running(BetweenChecks, Waiting: task.State == KlingTask.Submitted),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        var (task, _) = await QueryAsync(sent, ct);
        return task?.Video is { } video
            ? await clips.FromAsync(video, sent, target, ct)
            : new CollectOutcome.NotNow("Kling does not tell where the clip is.");
    }

    public async Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct)
    {
        var key = lost.Request.Key!;
        var answer = await api.ReadAsync(
            () => Standard(key).LookUp(lost.Request.Generation, key, time.GetUtcNow()),
            ct
        );
        if (answer is not ProviderAnswer.Answered { IsJson: true, Status: < 500 } answered)
        {
            return new RecoverOutcome.AskAgain(options.LookEvery);
        }

        // Looks alone say nothing: its own calls back may have woken us several times within a second.
        var soon =
            looks < LooksBeforeSending || time.GetUtcNow() - lost.SentAt < options.LookEvery * LooksBeforeSending;
        return Standard(key).Task(answered.Body) is { } task ? new RecoverOutcome.Found(task.Id)
            : soon ? new RecoverOutcome.AskAgain(options.LookEvery)
            : new RecoverOutcome.SafeToSend("Kling knows no task of this name, and would refuse a second one.");
    }

    public Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct) =>
        Task.FromResult(CancelOutcome.NotOffered);

    public Task<CallbackOutcome> HearAsync(ProviderCallback callback, CancellationToken ct) =>
        Task.FromResult<CallbackOutcome>(
            options.WebhookSecrets.Count > 0
            && StandardWebhooks.Problem(callback, options.WebhookSecrets, time.GetUtcNow()) is { } problem
                ? new CallbackOutcome.Forged(problem)
                : new CallbackOutcome.Heard()
        );

    private async Task<(KlingTask? Task, ProviderAnswer Answer)> QueryAsync(SentGeneration sent, CancellationToken ct)
    {
        var key = sent.Request.Key!;
        var answer = await api.ReadAsync(() => Standard(key).Query(sent.Ticket, key, time.GetUtcNow()), ct);
        return (
            answer is ProviderAnswer.Answered { IsSuccess: true } good ? Standard(key).Task(good.Body) : null,
            answer
        );
    }

    private async Task<(PreparedPicture? Picture, string? Refusal)> PrepareAsync(
        GenerationRequest request,
        PhotoFile photo,
        CancellationToken ct
    ) =>
        await pictures.PrepareAsync(photo, request.Words.Subject, request.Order.Ratio, Needs, ct) switch
        {
            PictureOutcome.Prepared prepared => (prepared.Picture, null),
            PictureOutcome.Refused refused => (null, refused.Reason),
            _ => throw new InvalidOperationException("A picture is prepared or refused."),
        };

    private static IKlingStandard Standard(ProviderKey key) => KlingToken.IsPair(key) ? LegacyStandard : NewStandard;
}
