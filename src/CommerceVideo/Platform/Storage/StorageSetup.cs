using CommerceVideo.Platform.Secrets;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Platform.Storage;

internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSettings<StorageOptions>(StorageOptions.Section);
        services.AddSingleton(provider => new MediaLinks(
            new Uri(settings["PublicAddress"] ?? "http://localhost:4200"),
            Convert.FromBase64String(provider.GetRequiredService<IOptions<SecretOptions>>().Value.Key),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services.AddSingleton<IObjectStore>(provider =>
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.S3.Bucket is null
                ? ActivatorUtilities.CreateInstance<DiskStore>(provider)
                : ActivatorUtilities.CreateInstance<S3Store>(provider)
        );
    }
}
