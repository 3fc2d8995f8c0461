using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels.Seedance;

/// <summary>
/// Seedance on BytePlus ModelArk. A task whose answer was lost is found in its list by our mark; nothing keeps a second one
/// of the same mark out, so what is not found is never sent again.
/// </summary>
internal sealed class SeedanceProvider(ProviderApi api, PicturePreparation pictures, ClipDownload clips)
    : IVideoProvider,
        ICallsBack
{
    public const string ProviderName = "seedance";

    private const string TasksPath = "api/v3/contents/generations/tasks";

    /// <summary>How often the list is looked through before a person is asked.</summary>
    private const int MostLooks = 4;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(10);

    private static readonly PictureNeeds Needs = new(MostBytes: 20 * 1024 * 1024);

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        var (prepared, refusal) = await pictures.AllAsync(request, Needs, ct);
        if (prepared is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var prompt = SeedanceDialect.Compile(request.Shot, request.Words, request.References);
        var body = SeedanceRequest.Write(request, prompt, prepared);
        var outcome = Submission.Of(
            await api.SendOnceAsync(Message(HttpMethod.Post, TasksPath, request.Key!, body), ct),
            static answer => answer.Body.Text("id"),
            SeedanceFailures.Of
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = prompt.Warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        var (task, answer) = await QueryAsync(sent, ct);
        return task switch
        {
            null => Submission.Unseen(
                answer,
                answer is ProviderAnswer.Answered answered ? SeedanceFailures.Of(answered)?.Kind : null
            ),
            { State: SeedanceTask.Succeeded } => new CheckOutcome.Finished(Billed(task, sent)),
            { State: SeedanceTask.Failed } => Failed(SeedanceFailures.Of(task.Result.Error), task, sent),
            { State: SeedanceTask.Cancelled } => Failed(
                (FailureKind.Unknown, "It was cancelled at BytePlus."),
                task,
                sent
            ),
            { State: SeedanceTask.Expired } => Failed(
                (FailureKind.TimedOut, "BytePlus did not come to it in two days."),
                task,
                sent
            ),
            _ => new CheckOutcome.Running(BetweenChecks, Waiting: task.State == SeedanceTask.Queued),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        var (task, _) = await QueryAsync(sent, ct);
        return task?.Result.Video is { } video
            ? await clips.FromAsync(video, sent, target, ct)
            : new CollectOutcome.NotNow("BytePlus does not tell where the clip is.");
    }

    public async Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct)
    {
        var request = lost.Request;
        var sight = await SeedanceSearch.LookAsync(
            SeedanceRequest.Mark(request.Generation),
            lost.SentAt,
            async page =>
                await api.ReadAsync(() => Message(HttpMethod.Get, ListPath(request.Model, page), request.Key!), ct)
                    is ProviderAnswer.Answered { IsSuccess: true, IsJson: true } answer
                    ? answer
                    : null
        );
        return sight switch
        {
            { Ticket: { } ticket } => new RecoverOutcome.Found(ticket),
            _ when looks < MostLooks => new RecoverOutcome.AskAgain(BetweenLooks),
            { Readable: false } => new RecoverOutcome.Unknowable("BytePlus does not show its list of tasks."),
            { Near: [] } => new RecoverOutcome.Unknowable("BytePlus lists no task with our mark."),
            _ => new RecoverOutcome.Unknowable(
                $"BytePlus lists no task with our mark, but these from that time have none: {string.Join(", ", sight.Near)}."
            ),
        };
    }

    /// <summary>The same call cancels what is queued and deletes what has ended, so it is only made for what is queued.</summary>
    public async Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct)
    {
        if ((await QueryAsync(sent, ct)).Task is not { State: SeedanceTask.Queued })
        {
            return CancelOutcome.TooLate;
        }

        await api.SendOnceAsync(Message(HttpMethod.Delete, TaskPath(sent), sent.Request.Key!), ct);
        return (await QueryAsync(sent, ct)).Task is { State: SeedanceTask.Cancelled }
            ? CancelOutcome.Cancelled
            : CancelOutcome.TooLate;
    }

    /// <summary>Not signed by BytePlus; the address it comes to is signed by us. It only wakes us.</summary>
    public Task<CallbackOutcome> HearAsync(ProviderCallback callback, CancellationToken ct) =>
        Task.FromResult<CallbackOutcome>(new CallbackOutcome.Heard());

    private async Task<(SeedanceTask? Task, ProviderAnswer Answer)> QueryAsync(
        SentGeneration sent,
        CancellationToken ct
    )
    {
        var answer = await api.ReadAsync(() => Message(HttpMethod.Get, TaskPath(sent), sent.Request.Key!), ct);
        return (answer is ProviderAnswer.Answered { IsSuccess: true } good ? SeedanceTask.Of(good.Body) : null, answer);
    }

    private static string TaskPath(SentGeneration sent) => $"{TasksPath}/{Uri.EscapeDataString(sent.Ticket)}";

    private static string ListPath(VideoModel model, int page) =>
        $"{TasksPath}?page_num={page}&page_size={SeedanceSearch.PageSize}&filter.model={Uri.EscapeDataString(model.WireName)}";

    private static HttpRequestMessage Message(HttpMethod method, string path, ProviderKey key, JsonObject? body = null)
    {
        var message = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        message.Headers.Authorization = new("Bearer", key.Reveal());
        return message;
    }

    private static CheckOutcome.Failed Failed(
        (FailureKind Kind, string Reason) failure,
        SeedanceTask task,
        SentGeneration sent
    ) => new(failure.Kind, failure.Reason, Billed(task, sent));

    private static Money? Billed(SeedanceTask task, SentGeneration sent) =>
        task.Result.Tokens is { } tokens && sent.Request.Order.Size.Price is ModelPrice.PerMillionTokens price
            ? price.Of(tokens)
            : null;
}
