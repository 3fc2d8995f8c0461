namespace CommerceVideo.Brands;

internal static class BrandsSetup
{
    public static IServiceCollection AddBrands(this IServiceCollection services) =>
        services.AddScoped<BrandKits>().AddScoped<BrandCasting>().AddScoped<CastPhotos>().AddScoped<CastingPictures>();
}
