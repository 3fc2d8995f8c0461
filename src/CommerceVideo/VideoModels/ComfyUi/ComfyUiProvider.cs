using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>
/// A ComfyUI server of one's own. A prompt is queued under our id of the attempt, so that a lost answer is looked up by name.
/// It costs nothing; a key is only sent where a proxy before it wants one.
/// </summary>
internal sealed class ComfyUiProvider(
    ComfyUiOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    ClipDownload clips
) : IVideoProvider
{
    public const string ProviderName = "comfyui";

    private const int Exists = 409;

    /// <summary>A server that is loading a model may take its time to answer.</summary>
    private const int LooksBeforeSending = 2;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(5);

    private static readonly PictureNeeds Needs = new(MostBytes: 20 * 1024 * 1024);

    private readonly ComfyUiServer _server = new(api);

    private readonly Lazy<ComfyUiWorkflow> _workflow = new(() =>
        options.Workflow is { } file ? new ComfyUiWorkflow(File.ReadAllText(file)) : ComfyUiWorkflow.Wan22
    );

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        var (frames, refusal) = await pictures.FramesAsync(request, Needs, ct);
        if (frames is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var (image, notTaken) = await _server.UploadAsync(frames.First, request.Key, ct);
        if (image is null)
        {
            return notTaken!;
        }

        using var message = ComfyUiServer.Message(HttpMethod.Post, "prompt", request.Key);
        message.Content = JsonContent.Create(
            new JsonObject
            {
                ["prompt_id"] = IdOf(request.Generation),
                ["client_id"] = ComfyUiServer.Folder,
                ["prompt"] = _workflow.Value.Filled(ComfyUiValues.Of(request, image, options.FramesPerSecond)),
            }
        );
        var warnings = ComfyUiDialect.Compile(request.Shot, request.Words).Warnings;
        var answer = await api.SendOnceAsync(message, ct);
        if (answer is ProviderAnswer.Answered { Status: Exists })
        {
            return new SubmitOutcome.Accepted(IdOf(request.Generation), warnings);
        }

        var outcome = Submission.Of(answer, static taken => taken.Body.Text("prompt_id"), ComfyUiFailures.Of);
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        // The queue before the history: what leaves the one is in the other already.
        var (place, answer) = await _server.PlaceAsync(sent.Ticket, sent.Request.Key, ct);
        if (place is not ComfyUiPlace.None)
        {
            return place is { } where
                ? new CheckOutcome.Running(BetweenChecks, Waiting: where == ComfyUiPlace.Waiting)
                : Submission.Unseen(answer);
        }

        var (known, end, said) = await _server.EndAsync(sent.Ticket, sent.Request.Key, ct);
        return (known, end) switch
        {
            (false, _) => Submission.Unseen(said),
            (true, null) => new CheckOutcome.Failed(
                FailureKind.ProviderDown,
                "ComfyUI no longer knows it: the server was started anew, or its queue was cleared.",
                Money.Nothing()
            ),
            (true, { IsDone: true }) => new CheckOutcome.Finished(Money.Nothing()),
            (true, { Failure: { } failure }) => new CheckOutcome.Failed(failure.Kind, failure.Reason, Money.Nothing()),
            _ => new CheckOutcome.Running(BetweenChecks),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        var (_, end, _) = await _server.EndAsync(sent.Ticket, sent.Request.Key, ct);
        return end?.File is { } file
            ? await clips.FromOriginAsync(
                api,
                ComfyUiServer.Message(HttpMethod.Get, file, sent.Request.Key),
                sent,
                target,
                ct
            )
            : new CollectOutcome.NotNow("ComfyUI does not tell where the clip is.");
    }

    public async Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct)
    {
        var (id, key) = (IdOf(lost.Request.Generation), lost.Request.Key);
        var (place, _) = await _server.PlaceAsync(id, key, ct);
        var (known, end, _) = await _server.EndAsync(id, key, ct);
        return place is ComfyUiPlace.Running or ComfyUiPlace.Waiting || end is not null ? new RecoverOutcome.Found(id)
            : place is null || !known || looks < LooksBeforeSending ? new RecoverOutcome.AskAgain(BetweenLooks)
            : new RecoverOutcome.SafeToSend(
                "ComfyUI has no prompt of this id, refuses a second one, and costs nothing."
            );
    }

    public async Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct)
    {
        var (id, key) = (sent.Ticket, sent.Request.Key);
        var (place, _) = await _server.PlaceAsync(id, key, ct);
        if (place is ComfyUiPlace.Waiting)
        {
            await _server.PostAsync("queue", new JsonObject { ["delete"] = new JsonArray(id) }, key, ct);
            (place, _) = await _server.PlaceAsync(id, key, ct);
            if (place is ComfyUiPlace.None && await _server.EndAsync(id, key, ct) is (true, null, _))
            {
                return CancelOutcome.Cancelled;
            }
        }

        if (place is not ComfyUiPlace.Running)
        {
            return CancelOutcome.TooLate;
        }

        // An older server stops whatever runs: this is only sent while that is ours.
        return await _server.PostAsync("interrupt", new JsonObject { ["prompt_id"] = id }, key, ct)
            ? CancelOutcome.Cancelled
            : CancelOutcome.TooLate;
    }

    private static string IdOf(Guid generation) => generation.ToString("D");
}
