using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Media;

internal static class MediaSetup
{
    public static IServiceCollection AddPictures(this IServiceCollection services) =>
        services
            .AddSingleton(static _ => new FfmpegRunner())
            .AddSingleton(static provider => new PhotoReader(
                provider.GetRequiredService<FfmpegRunner>(),
                new PhotoRules()
            ))
            .AddSingleton(static provider => new PhotoStudies(provider.GetRequiredService<PhotoReader>()))
            .AddSingleton<FfprobeRunner>()
            .AddSingleton<VideoProbe>()
            .AddSingleton<FrameGrabs>();
}
