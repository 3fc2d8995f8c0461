using CommerceVideo.Jobs;

namespace CommerceVideo.Catalog;

internal static class CatalogSetup
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) =>
        services
            .AddScoped<ProductReader>()
            .AddWorkStep<SyncProductStep>(SyncProductStep.Kind)
            .AddWorkStep<ReadImageStep>(ReadImageStep.Kind)
            .AddHostedService<DeliveryIntake>();
}
