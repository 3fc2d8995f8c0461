using CommerceVideo.Brands.Files;
using CommerceVideo.Brands.Kits;

namespace CommerceVideo.Brands;

internal static class BrandsSetup
{
    public static IServiceCollection AddBrands(this IServiceCollection services) =>
        services
            .AddScoped<BrandKits>()
            .AddScoped<BrandKitKeeping>()
            .AddScoped<BrandFiles>()
            .AddScoped<KitArchive>()
            .AddScoped<BrandCasting>()
            .AddScoped<CastPhotos>()
            .AddScoped<CastingPictures>();
}
