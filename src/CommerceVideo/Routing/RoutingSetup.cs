using CommerceVideo.VideoModels.Register;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Routing;

internal static class RoutingSetup
{
    /// <summary>What reads the register alone; every role and command may have it.</summary>
    public static IServiceCollection AddInstalledModels(this IServiceCollection services) =>
        services.AddSingleton<IValidateOptions<ModelsOptions>, BestForValidation>().AddSingleton<InstalledModels>();

    public static IServiceCollection AddModelRouting(this IServiceCollection services) =>
        services.AddInstalledModels().AddScoped<ModelStandings>().AddScoped<RouteChoices>();

    /// <summary>For the worker: warns once a day of models that end.</summary>
    public static IServiceCollection AddRetirementWatch(this IServiceCollection services) =>
        services.AddHostedService<RetirementWatch>();
}
