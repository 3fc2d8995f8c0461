using System.Net.Http.Json;
using System.Text.Json;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>
/// fal's queue, where Pika and Wan are. It tells apart no two submits and lists no requests: only its call back, which names
/// the request, repairs a lost answer. COMPLETED means that a request is over; its result says how.
/// </summary>
internal sealed class FalProvider(
    FalOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    ClipDownload clips,
    TimeProvider time
) : IVideoProvider, ICallsBack
{
    public const string ProviderName = "fal";

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(5);

    /// <summary>fal names no limit of its own; this goes through every app as a data URI.</summary>
    private static readonly PictureNeeds Needs = new(MostBytes: 7 * 1024 * 1024);

    private readonly FalKeys _keys = new(api, options.KeysAddress, time);

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        if (FalApps.Find(request.Model.WireName) is not { } app)
        {
            return new SubmitOutcome.Failed(
                FailureKind.InvalidInput,
                $"Nobody has written down how fal's {request.Model.WireName} is asked."
            );
        }

        var (frames, refusal) = await pictures.FramesAsync(request, Needs, ct);
        if (frames is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var input = app.Input(request, frames);
        using var message = Message(HttpMethod.Post, Address(app, request.Callback), request.Key!);
        message.Content = JsonContent.Create(input.Body);
        var outcome = Submission.Of(
            await api.SendOnceAsync(message, ct),
            static answer => FalTicket.Of(answer.Body),
            FalFailures.Of
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = input.Warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        var answer = await api.ReadAsync(() => Get(Ticket(sent).Status, sent), ct);
        return answer is ProviderAnswer.Answered { IsSuccess: true } good && good.Body.Text("status") is { } status
            ? status == "COMPLETED"
                ? await ResultAsync(sent, saidToFail: good.Body.Text("error") is not null, ct)
                : new CheckOutcome.Running(BetweenChecks, Waiting: status == "IN_QUEUE")
            : Unseen(answer);
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct) =>
        await api.ReadAsync(() => Get(Ticket(sent).Result, sent), ct)
            is ProviderAnswer.Answered { IsSuccess: true } answer
        && Video(answer) is { } video
            ? await clips.FromAsync(video, sent, target, ct)
            : new CollectOutcome.NotNow("fal does not tell where the clip is.");

    public Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct) =>
        Task.FromResult<RecoverOutcome>(
            new RecoverOutcome.Unknowable(
                lost.Request.Callback is null
                    ? "fal keeps no list of requests, and cannot call us back here. Look for it in fal's dashboard."
                    : "fal keeps no list of requests. If it took this one it will still call back when it ends, or "
                        + "within two hours after, and the clip is fetched then."
            )
        );

    public async Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct)
    {
        using var message = Message(HttpMethod.Put, Ticket(sent).Cancel, sent.Request.Key!);
        var word = await api.SendOnceAsync(message, ct) is ProviderAnswer.Answered answer
            ? answer.Body.Text("status")
            : null;
        return word switch
        {
            "OK" => CancelOutcome.Cancelled,
            // Its runner was told, and may go on all the same.
            "CANCELLATION_REQUESTED" when await CheckAsync(sent, ct) is CheckOutcome.Failed => CancelOutcome.Cancelled,
            _ => CancelOutcome.TooLate,
        };
    }

    public async Task<CallbackOutcome> HearAsync(ProviderCallback callback, CancellationToken ct)
    {
        var (signature, problem) = FalSignature.Of(callback, time.GetUtcNow());
        problem ??= await _keys.ProblemAsync(signature!, ct);
        return problem is null
            ? new CallbackOutcome.Heard(FalTicket.OfCallback(Read(callback.Body)))
            : new CallbackOutcome.Forged(problem);
    }

    /// <summary>Asked once: the failure of a model comes as a server error, and says nothing against the queue.</summary>
    private async Task<CheckOutcome> ResultAsync(SentGeneration sent, bool saidToFail, CancellationToken ct)
    {
        using var message = Get(Ticket(sent).Result, sent);
        var answer = await api.SendOnceAsync(message, ct);
        if (answer is not ProviderAnswer.Answered result)
        {
            return Submission.Unseen(answer);
        }

        return Video(result) is not null ? new CheckOutcome.Finished()
            : FalFailures.OfResult(result, saidToFail) is { } failure
                ? new CheckOutcome.Failed(failure.Kind, failure.Reason, Billed(result.Status))
            : Unseen(answer);
    }

    /// <summary>Server errors are never billed; of the others fal does not say.</summary>
    private static Money? Billed(int status) => status >= 500 ? Money.Nothing() : null;

    private static CheckOutcome.Unseen Unseen(ProviderAnswer answer) =>
        Submission.Unseen(answer, answer is ProviderAnswer.Answered answered ? FalFailures.OfRead(answered) : null);

    private static Uri? Video(ProviderAnswer.Answered result) =>
        result.IsSuccess ? result.Body.Address("video", "url") : null;

    private static Uri Address(IFalApp app, Uri? callback) =>
        new(
            callback is null
                ? app.Endpoint
                : $"{app.Endpoint}?fal_webhook={Uri.EscapeDataString(callback.AbsoluteUri)}",
            UriKind.Relative
        );

    private FalTicket Ticket(SentGeneration sent) =>
        FalTicket.Read(sent.Ticket, sent.Request.Model.WireName, options.BaseAddress);

    private static HttpRequestMessage Get(Uri address, SentGeneration sent) =>
        Message(HttpMethod.Get, address, sent.Request.Key!);

    private static HttpRequestMessage Message(HttpMethod method, Uri address, ProviderKey key)
    {
        var message = new HttpRequestMessage(method, address);
        message.Headers.Authorization = new("Key", key.Reveal());
        return message;
    }

    private static JsonElement Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
