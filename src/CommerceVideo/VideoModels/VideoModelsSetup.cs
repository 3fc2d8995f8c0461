using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Video;
using CommerceVideo.Platform.Outbound;
using CommerceVideo.Platform.Secrets;
using CommerceVideo.Platform.Storage;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.ComfyUi;
using CommerceVideo.VideoModels.Fal;
using CommerceVideo.VideoModels.Google;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Kling;
using CommerceVideo.VideoModels.Luma;
using CommerceVideo.VideoModels.MiniMax;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Runway;
using CommerceVideo.VideoModels.Seedance;
using CommerceVideo.VideoModels.Sora;
using CommerceVideo.VideoModels.Studio;
using CommerceVideo.VideoModels.Vertex;
using CommerceVideo.VideoModels.Wan;
using Microsoft.Extensions.Options;

namespace CommerceVideo.VideoModels;

internal static class VideoModelsSetup
{
    public static IServiceCollection AddVideoModels(this IServiceCollection services, IConfiguration settings) =>
        services.AddCommonParts(settings).AddProviders();

    /// <summary>Every provider there is; one more is one more line.</summary>
    private static IServiceCollection AddProviders(this IServiceCollection services) =>
        services
            .AddSingleton(StudioCard.Provider)
            .AddSingleton<IVideoProvider>(static provider => Studio(provider))
            .AddProvider<ComfyUiOptions>(
                ComfyUiProvider.ProviderName,
                "ComfyUI",
                ComfyUiOptions.Section,
                static its => new ComfyUiProvider(its.Options, its.Api, its.Pictures, its.Clips),
                needsKey: false
            )
            .AddProvider<FalOptions>(
                FalProvider.ProviderName,
                "fal",
                FalOptions.Section,
                static its => new FalProvider(its.Options, its.Api, its.Pictures, its.Clips, its.Time)
            )
            .AddProvider<GoogleOptions>(
                GoogleProvider.ProviderName,
                "Google Gemini",
                GoogleOptions.Section,
                static its => new GoogleProvider(its.Options, its.Api, its.Pictures, its.Clips, its.Time)
            )
            .AddProvider<KlingOptions>(
                KlingProvider.ProviderName,
                "Kling",
                KlingOptions.Section,
                static its => new KlingProvider(its.Options, its.Api, its.Pictures, its.Clips, its.Time)
            )
            .AddProvider<LumaOptions>(
                LumaProvider.ProviderName,
                "Luma",
                LumaOptions.Section,
                static its => new LumaProvider(its.Options, its.Api, its.Pictures, its.Links, its.Clips)
            )
            .AddProvider<MiniMaxOptions>(
                MiniMaxProvider.ProviderName,
                "MiniMax",
                MiniMaxOptions.Section,
                static its => new MiniMaxProvider(its.Options, its.Api, its.Pictures, its.Clips)
            )
            .AddProvider<RunwayOptions>(
                RunwayProvider.ProviderName,
                "Runway",
                RunwayOptions.Section,
                static its => new RunwayProvider(
                    its.Options,
                    its.Api,
                    its.Pictures,
                    new RunwayUploads(its.Api, its.Foreign),
                    its.Clips,
                    its.Time
                )
            )
            .AddProvider<SeedanceOptions>(
                SeedanceProvider.ProviderName,
                "Seedance (BytePlus)",
                SeedanceOptions.Section,
                static its => new SeedanceProvider(its.Api, its.Pictures, its.Clips)
            )
            .AddProvider<SoraOptions>(
                SoraProvider.ProviderName,
                "OpenAI Sora",
                SoraOptions.Section,
                static its => new SoraProvider(its.Api, its.Pictures, its.Clips, its.Time)
            )
            .AddProvider<VertexOptions>(
                VertexProvider.ProviderName,
                "Google Vertex AI",
                VertexOptions.Section,
                static its => new VertexProvider(its.Options, its.Api, its.Pictures, its.Clips, its.Time)
            )
            .AddProvider<WanOptions>(
                WanProvider.ProviderName,
                "Wan (Alibaba Cloud)",
                WanOptions.Section,
                static its => new WanProvider(its.Options, its.Api, its.Pictures, its.Clips, its.Time)
            );

    private static IServiceCollection AddCommonParts(this IServiceCollection services, IConfiguration settings)
    {
        services
            .AddOptions<ModelsOptions>()
            .BindConfiguration(ModelsOptions.Section, static binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelsOptions>, RegisterValidation>();
        var publicAddress = settings["PublicAddress"] is { Length: > 0 } address ? new Uri(address) : null;
        return services
            .AddSingleton(static provider =>
                ModelRegister.Of(provider.GetRequiredService<IOptions<ModelsOptions>>().Value, StudioCard.Model)
            )
            .AddSingleton<VideoProviders>()
            .AddSingleton<ProviderCircuits>()
            .AddScoped<ProviderKeys>()
            .AddHostedService<ProvidersOffered>()
            .AddSingleton(static provider => new PicturePreparation(
                provider.GetRequiredService<PhotoStudies>(),
                provider.GetRequiredService<FfmpegRunner>()
            ))
            .AddSingleton(provider => new PictureLinks(
                publicAddress is null ? null : provider.GetRequiredService<IObjectStore>()
            ))
            .AddSingleton(static provider => new ClipDownload(
                provider.GetRequiredService<ForeignFetch>(),
                provider.GetRequiredService<VideoProbe>()
            ))
            .AddSingleton(provider => new CallbackAddresses(
                publicAddress,
                Convert.FromBase64String(provider.GetRequiredService<IOptions<SecretOptions>>().Value.Key)
            ));
    }

    private static StudioProvider Studio(IServiceProvider provider)
    {
        var studies = provider.GetRequiredService<PhotoStudies>();
        return new StudioProvider(
            async (request, ct) =>
                await studies.StudyAsync(await request.Photo.PathAsync(ct), ct, request.Words.Subject),
            provider.GetRequiredService<FfmpegRunner>()
        );
    }
}
