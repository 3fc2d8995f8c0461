using System.Security.Cryptography;
using System.Text;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>
/// The model that needs no provider: it films the photo itself, so every pixel of the garment stays true. Free, always
/// there, and the same request always gives the same bytes.
/// </summary>
internal sealed class StudioModel(
    Func<GenerationRequest, CancellationToken, Task<StudyOutcome>> study,
    FfmpegRunner ffmpeg,
    IProgress<double>? progress = null
) : IVideoModel
{
    public const string Name = "studio-1";

    private readonly StudioRenderer _renderer = new(ffmpeg);

    public string Id => Name;

    public Task<SubmitOutcome> SubmitAsync(GenerationRequest request, CancellationToken ct) =>
        Task.FromResult<SubmitOutcome>(
            StudioRules.Refusal(request) is { } reason
                ? new SubmitOutcome.Failed(FailureKind.InvalidInput, reason)
                : new SubmitOutcome.Accepted(Ticket(request))
        );

    public Task<CheckOutcome> CheckAsync(string ticket, CancellationToken ct) =>
        Task.FromResult<CheckOutcome>(new CheckOutcome.Finished());

    public async Task<CollectOutcome> CollectAsync(
        string ticket,
        GenerationRequest request,
        string target,
        CancellationToken ct
    )
    {
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

    private static string Ticket(GenerationRequest request) =>
        $"{Name}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.PhotoHash}|{request.Subject}|{request.Shot}|{request.Scale}")))}";
}
