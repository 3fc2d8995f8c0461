using CommerceVideo.Catalog;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Finishing.Records;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Finishing;

internal static class FinishingSetup
{
    /// <summary>What a page shows of films before they are made; finishing itself needs the brand from here too.</summary>
    public static IServiceCollection AddPreviews(this IServiceCollection services) =>
        services.AddScoped<FilmBrands>().AddScoped<StillPreviews>();

    public static IServiceCollection AddFinishing(this IServiceCollection services)
    {
        services.AddSettings<VariationOptions>(VariationOptions.Section);
        return services
            .AddSingleton<Finisher>()
            .AddSingleton<VariationMaker>()
            .AddSingleton<IValidateOptions<VariationOptions>, VariationRules>()
            .AddSingleton<FilmRecords>()
            .AddScoped<BriefColours>()
            .AddScoped<BriefFilms>()
            .AddSingleton<IHears<ClipCollected>, FinishOnClipCollected>()
            .AddSingleton<IHears<PriceChanged>, RepriceOnPriceChanged>()
            .AddWorkStep<FinishBriefStep>(FinishBriefStep.Kind)
            .AddWorkStep<RepriceStep>(RepriceStep.Kind);
    }
}
