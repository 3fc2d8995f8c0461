using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Quality;

namespace CommerceVideo.Generation;

internal static class GenerationSetup
{
    public static IServiceCollection AddGeneration(this IServiceCollection services)
    {
        services.AddSettings<RenderingOptions>(RenderingOptions.Section);
        return services
            .AddScoped<ShotRouting>()
            .AddQuality()
            .AddScoped<Following>()
            .AddScoped<ClipGate>()
            .AddScoped<AttemptRequests>()
            .AddScoped<AttemptEndings>()
            .AddScoped<AttemptSending>()
            .AddScoped<AttemptWatching>()
            .AddSingleton<IHears<BriefReady>, StartOnBriefReady>()
            .AddWorkStep<StartShotsStep>(StartShotsStep.Kind)
            .AddWorkStep<MakeShotStep>(MakeShotStep.Kind);
    }
}
