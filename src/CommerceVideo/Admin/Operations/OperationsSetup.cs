using CommerceVideo.Platform;

namespace CommerceVideo.Admin.Operations;

internal static class OperationsSetup
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSettings<OperationsOptions>(OperationsOptions.Section);
        return services.AddScoped<ReportReader>();
    }
}
