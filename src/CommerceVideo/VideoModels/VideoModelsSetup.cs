using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.VideoModels;

internal static class VideoModelsSetup
{
    /// <summary>Every model there is, in order of preference; one more is one more line.</summary>
    public static IServiceCollection AddVideoModels(this IServiceCollection services) =>
        services.AddSingleton(static provider => new ModelShelf([(StudioCard.Card, Studio(provider))]));

    private static StudioModel Studio(IServiceProvider provider)
    {
        var studies = provider.GetRequiredService<PhotoStudies>();
        return new StudioModel(
            (request, ct) => studies.StudyAsync(request.PhotoFile, ct, request.Subject),
            provider.GetRequiredService<FfmpegRunner>()
        );
    }
}
