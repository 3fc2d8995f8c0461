using CommerceVideo.Briefs;
using CommerceVideo.Finishing;
using CommerceVideo.Jobs;

namespace CommerceVideo.Publishing;

internal static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddScoped<ProductMedia>()
            .AddScoped<PublicationMover>()
            .AddSingleton<StagedUpload>()
            .AddSingleton<IHears<BriefsChanged>, PublishOnBriefsChanged>()
            .AddSingleton<IHears<RenditionsMade>, PublishOnBriefsChanged>()
            .AddWorkStep<PublishProductStep>(PublishProductStep.Kind);
}
