using CommerceVideo.Catalog;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;

namespace CommerceVideo.Briefs;

internal static class BriefsSetup
{
    /// <summary>For every role: a person who asks may be the one who starts a plan.</summary>
    public static IServiceCollection AddBriefPlanning(this IServiceCollection services)
    {
        services.AddSettings<BriefOptions>(BriefOptions.Section);
        return services.AddScoped<BriefPlanning>();
    }

    public static IServiceCollection AddBriefs(this IServiceCollection services) =>
        services
            .AddSingleton<IHears<ImageAccepted>, PlanOnAcceptedImage>()
            .AddSingleton<IHears<ImagesGone>, RetireOnImagesGone>()
            .AddWorkStep<PlanBriefsStep>(PlanBriefsStep.Kind)
            .AddWorkStep<AnnounceBriefStep>(AnnounceBriefStep.Kind)
            .AddWorkStep<RetireBriefsStep>(RetireBriefsStep.Kind);
}
