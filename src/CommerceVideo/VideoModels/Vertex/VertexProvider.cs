using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Vertex;

/// <summary>
/// Veo on Vertex AI. A finished operation carries the whole video in its answer, which is parted from it as it comes in; an
/// operation whose name was lost cannot be found.
/// </summary>
internal sealed class VertexProvider(
    VertexOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    ClipDownload clips,
    TimeProvider time
) : IVideoProvider
{
    public const string ProviderName = "vertex";

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(10);

    private static readonly PictureNeeds Needs = new(MostBytes: 7 * 1024 * 1024, MostOfAll: 14 * 1024 * 1024);

    private readonly AccessTokens _tokens = new(options.TokenAddress, api, time);

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        if ((options.Project ?? ProjectOf(request.Key!)) is not { } project)
        {
            return new SubmitOutcome.Failed(
                FailureKind.AuthRejected,
                "The key does not say which project pays: bring a service account's key file, or set VideoModels:Vertex:Project."
            );
        }

        var (prepared, refusal) = await pictures.AllAsync(request, Needs, ct);
        if (prepared is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        return await _tokens.OfAsync(request.Key!, ct) switch
        {
            TokenOutcome.Ready ready => await SendAsync(request, ready, project, prepared, ct),
            TokenOutcome.None none => new SubmitOutcome.Failed(none.Kind, none.Reason),
            _ => throw new InvalidOperationException("There is a token or there is none."),
        };
    }

    private async Task<SubmitOutcome> SendAsync(
        GenerationRequest request,
        TokenOutcome.Ready ready,
        string project,
        RequestPictures prepared,
        CancellationToken ct
    )
    {
        var prompt = VertexDialect.Compile(request.Shot, request.Words, request.References);
        var path =
            $"v1/projects/{Uri.EscapeDataString(project)}/locations/{options.Location}/publishers/google/models/{request.Model.WireName}:predictLongRunning";
        using var message = With(ready, path, VertexOperation.Create(request.Order, prompt, prepared));
        var outcome = Submission.Of(
            Noted(await api.SendOnceAsync(message, ct), request.Key!),
            static answer => answer.Body.Text("name") is { } name && VertexOperation.IsName(name) ? name : null,
            VertexFailures.Of
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = prompt.Warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        switch (await _tokens.OfAsync(sent.Request.Key!, ct))
        {
            case TokenOutcome.Ready ready:
                var answer = Noted(await AskAsync(sent, ready, Stream.Null, ct), sent.Request.Key!);
                return
                    answer is ProviderAnswer.Answered { IsSuccess: true } good
                    && VertexOperation.Read(good.Body) is { } operation
                    ? Outcome(operation)
                    : Submission.Unseen(
                        answer,
                        (answer as ProviderAnswer.Answered)?.Status is 401 or 403 ? FailureKind.AuthRejected : null
                    );
            case TokenOutcome.None none:
                return new CheckOutcome.Unseen(none.Kind, none.Reason, BetweenChecks);
            default:
                throw new InvalidOperationException("There is a token or there is none.");
        }
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        if (await _tokens.OfAsync(sent.Request.Key!, ct) is not TokenOutcome.Ready ready)
        {
            return new CollectOutcome.NotNow("Google gives no access token at present.");
        }

        return await clips.KeptAsync(
            async draft =>
            {
                await using var file = File.Create(draft);
                var answer = await AskAsync(sent, ready, file, ct);
                return answer is ProviderAnswer.Answered { IsSuccess: true, IsJson: true } && file.Length > 0
                    ? null
                    : new CollectOutcome.NotNow("Google does not hand the clip out.");
            },
            sent,
            target,
            ct
        );
    }

    public Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct) =>
        Task.FromResult<RecoverOutcome>(
            new RecoverOutcome.Unknowable(
                "Vertex lists no predictions: the project's billing report shows whether video was made at that time."
            )
        );

    public Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct) =>
        Task.FromResult(CancelOutcome.NotOffered);

    private ProviderAnswer Noted(ProviderAnswer answer, ProviderKey key)
    {
        if (answer is ProviderAnswer.Answered { Status: 401 })
        {
            _tokens.Forget(key);
        }

        return answer;
    }

    private static CheckOutcome Outcome(VertexOperation operation) =>
        operation switch
        {
            { Done: false } => new CheckOutcome.Running(BetweenChecks),
            { HasVideo: true } => new CheckOutcome.Finished(),
            _ => new CheckOutcome.Failed(VertexFailures.OfEnd(operation), VertexFailures.Reason(operation)),
        };

    /// <summary>How far it is; the video of a finished one goes into <paramref name="file"/>.</summary>
    private Task<ProviderAnswer> AskAsync(
        SentGeneration sent,
        TokenOutcome.Ready token,
        Stream file,
        CancellationToken ct
    ) =>
        api.ReadAsync(
            () => With(token, VertexOperation.AskPath(sent.Ticket), new JsonObject { ["operationName"] = sent.Ticket }),
            (answer, limited) =>
            {
                if (file.CanSeek)
                {
                    file.SetLength(0);
                }

                return new InlineFile(VertexOperation.Bytes).SplitAsync(answer, file, ClipDownload.MostBytes, limited);
            },
            ct
        );

    private static string? ProjectOf(ProviderKey key) =>
        ServiceAccount.IsFile(key) ? ServiceAccount.Read(key)?.Project : null;

    private static HttpRequestMessage With(TokenOutcome.Ready token, string path, JsonObject body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        message.Headers.Authorization = new("Bearer", token.Token);
        return message;
    }
}
