using System.Net.Http.Json;
using System.Text.Json;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Luma;

/// <summary>
/// Luma, on the Agents API and on the older Dream Machine: the model decides which. A lost answer is found again on the Dream
/// Machine, which lists what was asked for; the Agents API lists nothing.
/// </summary>
internal sealed class LumaProvider(
    LumaOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    PictureLinks links,
    ClipDownload clips
) : IVideoProvider, ICallsBack
{
    public const string ProviderName = "luma";

    private const int LooksBeforeAsking = 3;
    private const int MostPages = 5;
    private const int PageSize = 100;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(5);

    /// <summary>Luma fetches a picture when its turn comes.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(1);

    /// <summary>Two of them, as base64, stay below the 50 MB of a request.</summary>
    private static readonly PictureNeeds Needs = new(MostBytes: 12 * 1024 * 1024);

    private static readonly LumaAgentsApi Agents = new();

    private static readonly LumaDreamMachineApi DreamMachine = new();

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        var its = Of(request);
        var (frames, refusal) = await pictures.FramesAsync(request, Needs, ct);
        if (frames is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var first = await FrameAsync(its, request, frames.First, ct);
        var last = frames.Last is { } end ? await FrameAsync(its, request, end, ct) : null;
        if (first is null)
        {
            return new SubmitOutcome.Failed(
                FailureKind.InvalidInput,
                $"{request.Model.Name} fetches pictures and cannot reach this installation: set PublicAddress."
            );
        }

        var prompt = LumaDialect.Compile(request.Shot, request.Words);
        using var message = Message(HttpMethod.Post, its, its.CreatePath, request.Key!);
        message.Content = JsonContent.Create(its.Body(request, prompt.Text, first, last));
        var outcome = Submission.Of(
            await api.SendOnceAsync(message, ct),
            answer => its.Read(answer.Body)?.Id,
            LumaFailures.Of
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = prompt.Warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        var (generation, answer) = await QueryAsync(sent, ct);
        return generation switch
        {
            null => Submission.Unseen(answer),
            { State: LumaGeneration.Completed } => new CheckOutcome.Finished(),
            { Failure: { } failure } => new CheckOutcome.Failed(
                failure.Kind,
                failure.Reason,
                // Only the Dream Machine promises to charge nothing for what fails (docs.lumalabs.ai, FAQ).
                Of(sent.Request).IsAgents
                    ? null
                    : Money.Nothing()
            ),
            _ => new CheckOutcome.Running(BetweenChecks, Waiting: generation.State == LumaGeneration.Queued),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        // Each read brings a fresh link: they live an hour.
        var (generation, _) = await QueryAsync(sent, ct);
        return generation?.Video is { } video
            ? await clips.FromAsync(video, sent, target, ct)
            : new CollectOutcome.NotNow("Luma does not tell where the clip is.");
    }

    public async Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct)
    {
        if (Of(lost.Request).IsAgents)
        {
            return new RecoverOutcome.Unknowable("Luma's API has no list in which it could be looked for.");
        }

        for (var page = 0; page < MostPages; page++)
        {
            var answer = await PageAsync(lost.Request.Key!, page, ct);
            if (answer is not ProviderAnswer.Answered { IsSuccess: true, IsJson: true } answered)
            {
                return new RecoverOutcome.AskAgain(BetweenLooks);
            }

            if (LumaDreamMachineApi.Find(answered.Body, lost.Request.Generation) is { } id)
            {
                return new RecoverOutcome.Found(id);
            }

            if (answered.Body.At("has_more").ValueKind != JsonValueKind.True)
            {
                break;
            }
        }

        return looks < LooksBeforeAsking
            ? new RecoverOutcome.AskAgain(BetweenLooks)
            : new RecoverOutcome.Unknowable("Luma's list of the newest generations does not have it.");
    }

    public Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct) =>
        Task.FromResult(CancelOutcome.NotOffered);

    /// <summary>Unsigned, at an address that is signed by us: it wakes, and its id repairs a lost answer.</summary>
    public Task<CallbackOutcome> HearAsync(ProviderCallback callback, CancellationToken ct) =>
        Task.FromResult<CallbackOutcome>(new CallbackOutcome.Heard(JsonReading.Parse(callback.Body).Text("id")));

    private Task<ProviderAnswer> PageAsync(ProviderKey key, int page, CancellationToken ct) =>
        api.ReadAsync(
            () =>
                Message(
                    HttpMethod.Get,
                    DreamMachine,
                    $"{DreamMachine.ReadPath}?limit={PageSize}&offset={page * PageSize}",
                    key
                ),
            ct
        );

    private async Task<(LumaGeneration? Generation, ProviderAnswer Answer)> QueryAsync(
        SentGeneration sent,
        CancellationToken ct
    )
    {
        var its = Of(sent.Request);
        var path = $"{its.ReadPath}/{Uri.EscapeDataString(sent.Ticket)}";
        var answer = await api.ReadAsync(() => Message(HttpMethod.Get, its, path, sent.Request.Key!), ct);
        return (answer is ProviderAnswer.Answered { IsSuccess: true } good ? its.Read(good.Body) : null, answer);
    }

    /// <returns>Null where the API fetches pictures and nobody outside can reach us.</returns>
    private async Task<LumaFrame?> FrameAsync(
        ILumaApi its,
        GenerationRequest request,
        PreparedPicture picture,
        CancellationToken ct
    )
    {
        if (its.IsAgents)
        {
            return new LumaFrame(picture, Link: null);
        }

        var name = LumaDreamMachineApi.NameOf(request.Generation);
        return await links.ToAsync(picture, name, LinkLife, ct) is { } link ? new LumaFrame(picture, link) : null;
    }

    private HttpRequestMessage Message(HttpMethod method, ILumaApi its, string path, ProviderKey key)
    {
        var address = its.IsAgents ? new Uri(path, UriKind.Relative) : new Uri(options.LegacyBaseAddress, path);
        var message = new HttpRequestMessage(method, address);
        message.Headers.Authorization = new("Bearer", LumaKey.For(key, its.IsAgents));
        return message;
    }

    private static ILumaApi Of(GenerationRequest request) =>
        request.Model.WireName is "ray-2" or "ray-flash-2" ? DreamMachine : Agents;
}
