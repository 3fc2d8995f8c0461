using System.Security.Cryptography;
using System.Text;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>
/// The model that needs nobody else: it films the photo itself, so every pixel of the garment stays true. Free, always
/// there, and the same request always gives the same bytes.
/// </summary>
internal sealed class StudioProvider(
    Func<GenerationRequest, CancellationToken, Task<StudyOutcome>> study,
    FfmpegRunner ffmpeg,
    IProgress<double>? progress = null
) : IVideoProvider
{
    public const string ProviderName = "studio";

    private readonly StudioRenderer _renderer = new(ffmpeg);

    public string Name => ProviderName;

    public Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct) =>
        Task.FromResult<SubmitOutcome>(
            StudioRules.Refusal(request) is { } reason
                ? new SubmitOutcome.Failed(FailureKind.InvalidInput, reason)
                : new SubmitOutcome.Accepted(Ticket(request))
        );

    public Task<CheckOutcome> CheckAsync(SentGeneration sent, CancellationToken ct) =>
        Task.FromResult<CheckOutcome>(new CheckOutcome.Finished());

    public async Task<CollectOutcome> CollectAsync(SentGeneration sent, string target, CancellationToken ct)
    {
        var request = sent.Request;
        if (StudioRules.Refusal(request) is { } reason)
        {
            return new CollectOutcome.Failed(FailureKind.InvalidInput, reason);
        }

        return await study(request, ct) switch
        {
            StudyOutcome.Studied studied => new CollectOutcome.Collected(
                await _renderer.RenderAsync(studied.Study, request.Shot, request.Scale, target, progress, ct)
            ),
            StudyOutcome.Refused refused => new CollectOutcome.Failed(FailureKind.BadAsset, refused.Reason.Text),
            _ => throw new InvalidOperationException("A study is made or refused."),
        };
    }

    /// <summary>Asking twice does no harm: the same request gives the same bytes.</summary>
    public Task<RecoverOutcome> RecoverAsync(LostGeneration lost, int looks, CancellationToken ct) =>
        Task.FromResult<RecoverOutcome>(new RecoverOutcome.SafeToSend("The studio makes the same clip again."));

    public Task<CancelOutcome> CancelAsync(SentGeneration sent, CancellationToken ct) =>
        Task.FromResult(CancelOutcome.Cancelled);

    private static string Ticket(GenerationRequest request) =>
        $"{request.Model.Id}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Photo.Hash}|{request.Words.Subject}|{request.Shot}|{request.Scale}")))}";
}
