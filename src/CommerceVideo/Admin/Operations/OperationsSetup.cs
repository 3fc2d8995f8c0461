using CommerceVideo.Briefs;
using CommerceVideo.Platform;
using CommerceVideo.Publishing;

namespace CommerceVideo.Admin.Operations;

internal static class OperationsSetup
{
    /// <summary>What a person asks for or decides, whichever page or tool it comes from.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services) =>
        services
            .AddScoped<Regenerations>()
            .AddScoped<RecipeLibrary>()
            .AddScoped<Approvals>()
            .AddScoped<OperatedShops>()
            .AddScoped<CastingUpload>();

    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSettings<OperationsOptions>(OperationsOptions.Section);
        return services.AddScoped<ReportReader>().AddScoped<AbleModels>();
    }
}
