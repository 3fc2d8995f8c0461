using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;

namespace CommerceVideo.Generation;

internal static class GenerationSetup
{
    public static IServiceCollection AddGeneration(this IServiceCollection services)
    {
        services.AddSettings<RenderingOptions>(RenderingOptions.Section);
        return services
            .AddScoped<BriefCaps>()
            .AddScoped<ShotRouting>()
            .AddScoped<Following>()
            .AddScoped<AttemptRequests>()
            .AddScoped<AttemptEndings>()
            .AddScoped<AttemptSending>()
            .AddScoped<AttemptWatching>()
            .AddSingleton<IHears<BriefReady>, StartOnBriefReady>()
            .AddWorkStep<StartShotsStep>(StartShotsStep.Kind)
            .AddWorkStep<MakeShotStep>(MakeShotStep.Kind);
    }
}
