using CommerceVideo.Finishing.Colour;
using CommerceVideo.Finishing.Records;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Finishing;

internal static class FinishingSetup
{
    public static IServiceCollection AddFinishing(this IServiceCollection services)
    {
        services.AddSettings<VariationOptions>(VariationOptions.Section);
        return services
            .AddSingleton<Finisher>()
            .AddSingleton<VariationMaker>()
            .AddSingleton<IValidateOptions<VariationOptions>, VariationRules>()
            .AddSingleton<FilmRecords>()
            .AddScoped<BriefColours>()
            .AddSingleton<IHears<ClipCollected>, FinishOnClipCollected>()
            .AddWorkStep<FinishBriefStep>(FinishBriefStep.Kind);
    }
}
