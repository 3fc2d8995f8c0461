using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Platform;

namespace CommerceVideo.Quality;

internal static class QualitySetup
{
    /// <summary>Needs <c>AddPictures</c>.</summary>
    public static IServiceCollection AddQuality(this IServiceCollection services) =>
        services
            .AddQualityLimits()
            .AddSingleton(static provider => new FidelityGate(
                provider.GetRequiredService<FfmpegRunner>(),
                provider.GetRequiredService<VideoProbe>()
            ))
            .AddSingleton<EndColours>();

    /// <summary>The limits alone, for those who measure without the app.</summary>
    public static IServiceCollection AddQualityLimits(this IServiceCollection services)
    {
        services.AddSettings<QualityOptions>(QualityOptions.Section);
        return services;
    }
}
