using System.Net.Http.Json;
using System.Text.Json;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Google;

/// <summary>
/// Gemini Omni by the interactions of the Gemini API. A refusal is an interaction that ends well with words and no video; a
/// lost answer cannot be looked up, because nothing lists interactions.
/// </summary>
internal sealed class GoogleProvider(
    GoogleOptions options,
    ProviderApi api,
    PicturePreparation pictures,
    ClipDownload clips,
    TimeProvider time
) : IVideoProvider
{
    public const string ProviderName = "google";

    private const string Path = "v1beta/interactions";

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(10);

    // Below the 7 MB that a picture in the request may have, and the 20 MB that the request may.
    private static readonly PictureNeeds Needs = new(MostBytes: 5 * 1024 * 1024, MostOfAll: 14 * 1024 * 1024);

    public string Name => ProviderName;

    public async Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct)
    {
        if (request.Model.Dates.IsRetired(time.GetUtcNow()))
        {
            return new SubmitOutcome.Failed(FailureKind.Retired, $"Google ended {request.Model.Name}.");
        }

        var (prepared, refusal) = await pictures.AllAsync(request, Needs, ct);
        if (prepared is null)
        {
            return new SubmitOutcome.Failed(FailureKind.BadAsset, refusal!);
        }

        var prompt = GoogleDialect.Compile(
            request.Shot,
            request.Words,
            hasLast: prepared.Last is not null,
            request.References
        );
        using var message = With(request.Key!, new HttpRequestMessage(HttpMethod.Post, Path));
        message.Content = JsonContent.Create(GoogleInteraction.Create(request.Order, prompt.Text, prepared));
        var outcome = Submission.Of(
            await api.SendOnceAsync(message, ct),
            static answer => answer.Body.Text("id"),
            GoogleFailures.Of
        );
        return outcome is SubmitOutcome.Accepted accepted ? accepted with { Warnings = prompt.Warnings } : outcome;
    }

    public async Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct)
    {
        var answer = await AskAsync(sent, ct);
        return answer switch
        {
            ProviderAnswer.Answered { IsSuccess: true } good
                when GoogleInteraction.Read(good.Body) is { } interaction => Outcome(interaction),
            ProviderAnswer.Answered said when GoogleFailures.SaysItIsGone(said) => new CheckOutcome.Failed(
                FailureKind.Unknown,
                "Google no longer knows this request."
            ),
            _ => Submission.Unseen(
                answer,
                (answer as ProviderAnswer.Answered)?.Status is 401 or 403 ? FailureKind.AuthRejected : null
            ),
        };
    }

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        var answer = await AskAsync(sent, ct);
        if (
            answer is not ProviderAnswer.Answered { IsSuccess: true } good
            || GoogleInteraction.Read(good.Body)?.Video is not { } video
        )
        {
            return new CollectOutcome.NotNow("Google does not tell where the clip is.");
        }

        // The key goes to the origin that we call and to no other.
        return video.GetLeftPart(UriPartial.Authority) == options.BaseAddress.GetLeftPart(UriPartial.Authority)
            ? await clips.FromOriginAsync(
                api,
                With(sent.Request.Key!, new HttpRequestMessage(HttpMethod.Get, video)),
                sent,
                target,
                ct
            )
            : await clips.FromAsync(video, sent, target, ct);
    }

    public Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct) =>
        Task.FromResult<RecoverOutcome>(
            new RecoverOutcome.Unknowable(
                "Google lists no requests: its usage page (AI Studio) shows whether video was made at that time."
            )
        );

    public async Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct)
    {
        var path = $"{Path}/{Uri.EscapeDataString(sent.Ticket)}/cancel";
        var answer = await api.SendOnceAsync(
            With(sent.Request.Key!, new HttpRequestMessage(HttpMethod.Post, path)),
            ct
        );
        return
            answer is ProviderAnswer.Answered { IsSuccess: true } good
            && GoogleInteraction.Read(good.Body) is { Status: GoogleInteraction.Cancelled }
            ? CancelOutcome.Cancelled
            : CancelOutcome.TooLate;
    }

    private CheckOutcome Outcome(GoogleInteraction interaction) =>
        interaction switch
        {
            { IsOver: false } => new CheckOutcome.Running(
                BetweenChecks,
                Waiting: interaction.Status == GoogleInteraction.Queued
            ),
            { Video: not null } => new CheckOutcome.Finished(Billed(interaction)),
            _ => new CheckOutcome.Failed(
                GoogleFailures.OfEnd(interaction),
                GoogleFailures.Reason(interaction),
                Billed(interaction)
            ),
        };

    private Money? Billed(GoogleInteraction interaction) =>
        interaction.VideoTokens is { } tokens
            ? new Money(tokens * options.DollarsPerMillionVideoTokens / 1_000_000m, Money.Dollars)
            : null;

    private Task<ProviderAnswer> AskAsync(SentGeneration sent, CancellationToken ct) =>
        api.ReadAsync(
            () =>
                With(
                    sent.Request.Key!,
                    new HttpRequestMessage(HttpMethod.Get, $"{Path}/{Uri.EscapeDataString(sent.Ticket)}")
                ),
            ct
        );

    private static HttpRequestMessage With(ProviderKey key, HttpRequestMessage message)
    {
        message.Headers.Add("x-goog-api-key", key.Reveal());
        message.Headers.Add("Api-Revision", "2026-05-20");
        return message;
    }
}
