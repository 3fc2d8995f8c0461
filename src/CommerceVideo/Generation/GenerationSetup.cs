using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Quality;

namespace CommerceVideo.Generation;

internal static class GenerationSetup
{
    /// <summary>What every role needs of attempts: who is in flight, who is told of an end, what is in doubt.</summary>
    public static IServiceCollection AddAttempts(this IServiceCollection services) =>
        services.AddSingleton<ProviderSlots>().AddScoped<UnclearSpends>().AddScoped<CallbackWaking>();

    public static IServiceCollection AddGeneration(this IServiceCollection services)
    {
        services.AddSettings<RenderingOptions>(RenderingOptions.Section);
        return services
            .AddScoped<BriefCaps>()
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
