using CommerceVideo.Generation;
using CommerceVideo.Jobs;

namespace CommerceVideo.Finishing;

internal static class FinishingSetup
{
    public static IServiceCollection AddFinishing(this IServiceCollection services) =>
        services
            .AddSingleton<Finisher>()
            .AddSingleton<IHears<ClipCollected>, FinishOnClipCollected>()
            .AddWorkStep<FinishBriefStep>(FinishBriefStep.Kind);
}
