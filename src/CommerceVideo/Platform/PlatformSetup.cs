using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Outbound;
using CommerceVideo.Platform.Secrets;
using CommerceVideo.Platform.Signing;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Platform;

internal static class PlatformSetup
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(Clock.StartingAt(settings["Clock:StartsAt"]));
        services.AddDatabase(settings);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddSettings<SecretOptions>(SecretOptions.Section);
        services.AddSingleton(static provider => new SecretBox(
            Convert.FromBase64String(provider.GetRequiredService<IOptions<SecretOptions>>().Value.Key)
        ));
        services.AddSingleton<SigningKeys>();
        services.AddSettings<OutboundOptions>(OutboundOptions.Section);
        services.AddSingleton(static provider => new ForeignFetch(
            provider.GetRequiredService<IOptions<OutboundOptions>>().Value.AllowLoopback
        ));
        return services;
    }

    /// <summary>A capability's settings: read from their section and checked when the program starts.</summary>
    public static void AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
