using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>
/// Wan on Alibaba Cloud Model Studio. It calls nobody back, and nothing finds a task whose id was lost; what fails is free.
/// </summary>
internal sealed class WanProvider(
    WanOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    ClipDownload clips,
    TimeProvider time
) : IVideoProvider
{
    public const string ProviderName = "wan";

    private const string CreatePath = "api/v1/services/aigc/video-generation/video-synthesis";

    private const string TooOld = "Alibaba keeps a task and its clip for 24 hours, and they are over.";

    /// <summary>10 MB and 360 pixels are the strictest of its models.</summary>
    private static readonly PictureNeeds Needs = new(MostBytes: 7 * 1024 * 1024, ShortestSide: 360);

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        if (WanBodies.NeedsWorkspace(request.Model.WireName) && IsShared(options.BaseAddress))
        {
            return new SubmitOutcome.Failed(
                FailureKind.InvalidInput,
                $"{request.Model.Name} is served at your workspace's own address only: set {WanOptions.Section}:BaseAddress to it."
            );
        }

        var (prepared, refusal) = await pictures.AllAsync(request, Needs, ct);
        if (prepared is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var order = WanBodies.For(request.Model.WireName).Write(request, prepared);
        using var message = Message(HttpMethod.Post, CreatePath, request.Key!, order.Body);
        // Without it the call is refused as a synchronous one.
        message.Headers.Add("X-DashScope-Async", "enable");
        var outcome = Submission.Of(
            await api.SendOnceAsync(message, ct),
            static answer => answer.Body.Text("output", "task_id"),
            WanFailures.Of
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = order.Warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        var (task, answer) = await QueryAsync(sent, ct);
        return task switch
        {
            null => Submission.Unseen(
                answer,
                answer is ProviderAnswer.Answered answered ? WanFailures.Of(answered)?.Kind : null
            ),
            { State: WanTask.Succeeded } => new CheckOutcome.Finished(Billed(task, sent)),
            { State: WanTask.Failed } => Failed(WanFailures.Of(task.Code, task.Message)),
            { State: WanTask.Cancelled } => Failed((FailureKind.Unknown, "It was cancelled at Alibaba.")),
            _ when task.IsGone(sent.SentAt, time.GetUtcNow()) => new CheckOutcome.Failed(FailureKind.TimedOut, TooOld),
            _ => new CheckOutcome.Running(options.AskEvery, Waiting: task.State == WanTask.Pending),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        var (task, _) = await QueryAsync(sent, ct);
        return task switch
        {
            { Video: { } video } => await clips.FromAsync(video, sent, target, ct),
            not null when task.IsGone(sent.SentAt, time.GetUtcNow()) => new CollectOutcome.Failed(
                FailureKind.TimedOut,
                TooOld
            ),
            _ => new CollectOutcome.NotNow("Alibaba does not tell where the clip is."),
        };
    }

    public Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct) =>
        Task.FromResult<RecoverOutcome>(
            new RecoverOutcome.Unknowable(
                $"Alibaba has no list of tasks to look in. If it was taken at {lost.SentAt:HH:mm} UTC it costs "
                    + $"{lost.Request.Order.Price}, and nothing if it fails; the Model Studio console shows what was used."
            )
        );

    public async Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct)
    {
        using var message = Message(HttpMethod.Post, $"{TaskPath(sent)}/cancel", sent.Request.Key!);
        return await api.SendOnceAsync(message, ct) is ProviderAnswer.Answered { IsSuccess: true }
            ? CancelOutcome.Cancelled
            : CancelOutcome.TooLate;
    }

    private async Task<(WanTask? Task, ProviderAnswer Answer)> QueryAsync(SentGeneration sent, CancellationToken ct)
    {
        var answer = await api.ReadAsync(() => Message(HttpMethod.Get, TaskPath(sent), sent.Request.Key!), ct);
        return (answer is ProviderAnswer.Answered { IsSuccess: true } good ? WanTask.Of(good.Body) : null, answer);
    }

    private static string TaskPath(SentGeneration sent) => $"api/v1/tasks/{Uri.EscapeDataString(sent.Ticket)}";

    private static HttpRequestMessage Message(HttpMethod method, string path, ProviderKey key, JsonObject? body = null)
    {
        var message = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        message.Headers.Authorization = new("Bearer", key.Reveal());
        return message;
    }

    private static Money? Billed(WanTask task, SentGeneration sent) =>
        task.BilledSeconds is { } seconds
            ? sent.Request.Order.Size.Price.For((int)Math.Ceiling(seconds), sent.Request.Order.Frame.Pixels)
            : null;

    /// <summary>Model Studio charges for Clips only.</summary>
    private static CheckOutcome.Failed Failed((FailureKind Kind, string Reason) failure) =>
        new(failure.Kind, failure.Reason, Money.Nothing());

    private static bool IsShared(Uri address) =>
        address.Host.StartsWith("dashscope", StringComparison.OrdinalIgnoreCase)
        && address.Host.EndsWith(".aliyuncs.com", StringComparison.OrdinalIgnoreCase);
}
