using System.Net.Http.Json;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;

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

    private static readonly PictureNeeds Needs = new(MostBytes: 7 * 1024 * 1024, MostOfAll: 14 * 1024 * 1024);

    private static readonly KlingNewStandard NewStandard = new();

    private static readonly KlingLegacyStandard LegacyStandard = new();

    private static readonly KlingOmniStandard OmniStandard = new();

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        var (prepared, refusal) = await pictures.AllAsync(request, Needs, ct);
        if (prepared is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var standard = Standard(request);
        if (standard.Create(request, prepared) is not { } create)
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
            good => standard.Ticket(good.Body),
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
            () => Standard(lost.Request).LookUp(lost.Request.Generation, key, time.GetUtcNow()),
            ct
        );
        if (answer is not ProviderAnswer.Answered { IsJson: true, Status: < 500 } answered)
        {
            return new RecoverOutcome.AskAgain(options.LookEvery);
        }

        // Looks alone say nothing: its own calls back may have woken us several times within a second.
        var soon =
            looks < LooksBeforeSending || time.GetUtcNow() - lost.SentAt < options.LookEvery * LooksBeforeSending;
        return Standard(lost.Request).Task(answered.Body) is { } task ? new RecoverOutcome.Found(task.Id)
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
        var standard = Standard(sent.Request);
        var answer = await api.ReadAsync(() => standard.Query(sent.Ticket, sent.Request.Key!, time.GetUtcNow()), ct);
        return (answer is ProviderAnswer.Answered { IsSuccess: true } good ? standard.Task(good.Body) : null, answer);
    }

    private static IKlingStandard Standard(GenerationRequest request) =>
        KlingOmniStandard.Has(request.Model.WireName) ? OmniStandard
        : KlingToken.IsPair(request.Key!) ? LegacyStandard
        : NewStandard;
}
