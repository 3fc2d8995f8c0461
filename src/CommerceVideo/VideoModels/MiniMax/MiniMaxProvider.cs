using System.Net.Http.Json;
using System.Text.Json;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>
/// MiniMax: Hailuo 2 on v1, H3 on v2. A lost answer can be looked up on v2 only. Before it calls back it asks the address to
/// give a challenge back within three seconds; nothing it tells is signed, so that it only wakes us.
/// </summary>
internal sealed class MiniMaxProvider(
    MiniMaxOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    ClipDownload clips
) : IVideoProvider, ICallsBack
{
    public const string ProviderName = "minimax";

    private const string NewModels = "MiniMax-H3";

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(12);

    private static readonly MiniMaxV1Protocol V1 = new();

    private static readonly MiniMaxV2Protocol V2 = new();

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        var protocol = Protocol(request);
        var (prepared, refusal) = await pictures.AllAsync(request, protocol.Needs, ct);
        if (prepared is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var prompt = protocol.Compile(request);
        using var message = With(request.Key!, new HttpRequestMessage(HttpMethod.Post, protocol.CreatePath));
        message.Content = JsonContent.Create(protocol.Create(request, prompt.Text, prepared));
        var outcome = Submission.Of(
            await api.SendOnceAsync(message, ct),
            static answer => answer.Body.Text("task_id") is { Length: > 0 } task ? task : null,
            protocol.Refusal
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = prompt.Warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        var (task, answer) = await QueryAsync(sent, ct);
        return task switch
        {
            null => Submission.Unseen(answer, Refused(sent.Request, answer)),
            { State: MiniMaxTask.Succeeded } => new CheckOutcome.Finished(
                task.Seconds is { } seconds
                    ? sent.Request.Order.Size.Price.For(seconds, sent.Request.Order.Frame.Pixels)
                    : null
            ),
            { State: MiniMaxTask.Failed or MiniMaxTask.Cancelled or MiniMaxTask.Expired } => new CheckOutcome.Failed(
                MiniMaxFailures.OfTask(task),
                $"MiniMax did not make it: {(task.Message.Length > 0 ? task.Message : task.State)}"
            ),
            _ => new CheckOutcome.Running(BetweenChecks, Waiting: task.State == MiniMaxTask.Queued),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        var (task, _) = await QueryAsync(sent, ct);
        var video = task?.File is { } file ? await AddressOfAsync(file, sent.Request.Key!, ct) : task?.Video;
        return video is null
            ? new CollectOutcome.NotNow("MiniMax does not tell where the clip is.")
            : await clips.FromAsync(video, sent, target, ct);
    }

    public async Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct)
    {
        if (Protocol(lost.Request) == V1)
        {
            return new RecoverOutcome.Unknowable(
                "MiniMax lists no tasks of this model: its billing page shows whether one was made at that time."
            );
        }

        var answer = await ReadAsync(MiniMaxV2Protocol.ListPath(lost.Request.Model.WireName), lost.Request.Key!, ct);
        return answer is ProviderAnswer.Answered { IsSuccess: true, IsJson: true } list
            ? MiniMaxLookout.Find(list.Body, lost, options.GiveUpAfter, looks)
            : new RecoverOutcome.AskAgain(BetweenLooks);
    }

    /// <summary>Only what is still queued is stopped: the same call deletes what is over.</summary>
    public async Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct)
    {
        if (Protocol(sent.Request) == V1)
        {
            return CancelOutcome.NotOffered;
        }

        if ((await QueryAsync(sent, ct)).Task?.State != MiniMaxTask.Queued)
        {
            return CancelOutcome.TooLate;
        }

        var path = MiniMaxV2Protocol.DeletePath(sent.Ticket);
        var answer = await api.SendOnceAsync(
            With(sent.Request.Key!, new HttpRequestMessage(HttpMethod.Delete, path)),
            ct
        );
        return answer is ProviderAnswer.Answered { IsSuccess: true } good && good.Body.Text("action") == "cancelled"
            ? CancelOutcome.Cancelled
            : CancelOutcome.TooLate;
    }

    public Task<CallbackOutcome> HearAsync(ProviderCallback callback, CancellationToken ct) =>
        Task.FromResult(MiniMaxCallback.Read(callback.Body));

    private static FailureKind? Refused(GenerationRequest request, ProviderAnswer answer) =>
        answer is ProviderAnswer.Answered answered ? Protocol(request).Refusal(answered)?.Kind : null;

    private async Task<(MiniMaxTask? Task, ProviderAnswer Answer)> QueryAsync(SentGeneration sent, CancellationToken ct)
    {
        var protocol = Protocol(sent.Request);
        var answer = await ReadAsync(protocol.QueryPath(sent.Ticket), sent.Request.Key!, ct);
        return (answer is ProviderAnswer.Answered { IsSuccess: true } good ? protocol.Task(good.Body) : null, answer);
    }

    private async Task<Uri?> AddressOfAsync(string file, ProviderKey key, CancellationToken ct) =>
        await ReadAsync(MiniMaxV1Protocol.FilePath(file), key, ct) is ProviderAnswer.Answered { IsSuccess: true } good
            ? good.Body.Address("file", "download_url")
            : null;

    private Task<ProviderAnswer> ReadAsync(string path, ProviderKey key, CancellationToken ct) =>
        api.ReadAsync(() => With(key, new HttpRequestMessage(HttpMethod.Get, path)), ct);

    private static IMiniMaxProtocol Protocol(GenerationRequest request) =>
        request.Model.WireName.StartsWith(NewModels, StringComparison.Ordinal) ? V2 : V1;

    private static HttpRequestMessage With(ProviderKey key, HttpRequestMessage message)
    {
        message.Headers.Authorization = new("Bearer", key.Reveal());
        return message;
    }
}
