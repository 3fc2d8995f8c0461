using CommerceVideo.Finishing.Colour;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;

namespace CommerceVideo.Finishing;

internal static class FinishingSetup
{
    public static IServiceCollection AddFinishing(this IServiceCollection services) =>
        services
            .AddSingleton<Finisher>()
            .AddScoped<BriefColours>()
            .AddSingleton<IHears<ClipCollected>, FinishOnClipCollected>()
            .AddWorkStep<FinishBriefStep>(FinishBriefStep.Kind);
}
