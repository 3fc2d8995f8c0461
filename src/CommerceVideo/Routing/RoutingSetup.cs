namespace CommerceVideo.Routing;

internal static class RoutingSetup
{
    public static IServiceCollection AddModelRouting(this IServiceCollection services) =>
        services.AddScoped<ModelStandings>();
}
