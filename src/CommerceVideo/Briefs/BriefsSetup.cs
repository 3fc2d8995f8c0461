using CommerceVideo.Catalog;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;

namespace CommerceVideo.Briefs;

internal static class BriefsSetup
{
    public static IServiceCollection AddBriefs(this IServiceCollection services)
    {
        services.AddSettings<BriefOptions>(BriefOptions.Section);
        return services
            .AddSingleton<IHears<ImageAccepted>, PlanOnAcceptedImage>()
            .AddSingleton<IHears<ImagesGone>, RetireOnImagesGone>()
            .AddWorkStep<PlanBriefsStep>(PlanBriefsStep.Kind)
            .AddWorkStep<AnnounceBriefStep>(AnnounceBriefStep.Kind)
            .AddWorkStep<RetireBriefsStep>(RetireBriefsStep.Kind);
    }
}
