using CommerceVideo.Platform.Outbound;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;
using Microsoft.Extensions.Options;

namespace CommerceVideo.VideoModels;

internal static class ProviderSetup
{
    /// <summary>One provider that is spoken to over HTTP: its settings, its breaker, its client and its adapter.</summary>
    /// <param name="needsKey">False for a server of one's own.</param>
    public static IServiceCollection AddProvider<TOptions>(
        this IServiceCollection services,
        string name,
        string title,
        string section,
        Func<ProviderParts<TOptions>, IVideoProvider> adapter,
        bool needsKey = true
    )
        where TOptions : ProviderOptions, new()
    {
        services
            .AddOptions<TOptions>()
            .BindConfiguration(section, static binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton(provider => Card<TOptions>(provider, name, title, needsKey))
            .AddSingleton(provider => adapter(Parts<TOptions>(provider, name)));
    }

    private static ProviderCard Card<TOptions>(IServiceProvider services, string name, string title, bool needsKey)
        where TOptions : ProviderOptions
    {
        var options = services.GetRequiredService<IOptions<TOptions>>().Value;
        var key = string.IsNullOrWhiteSpace(options.ApiKey) ? null : new ProviderKey(options.ApiKey);
        return new ProviderCard(name, title, needsKey, key, options.IsSetUp);
    }

    private static ProviderParts<TOptions> Parts<TOptions>(IServiceProvider services, string name)
        where TOptions : ProviderOptions
    {
        var options = services.GetRequiredService<IOptions<TOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        return new ProviderParts<TOptions>(
            options,
            new ProviderApi(
                Client(options),
                services.GetRequiredService<ProviderCircuits>().Of(name),
                options.GiveUpAfter,
                time
            ),
            services.GetRequiredService<PicturePreparation>(),
            services.GetRequiredService<ClipDownload>(),
            services.GetRequiredService<ForeignFetch>(),
            time,
            services.GetRequiredService<PictureLinks>()
        );
    }

    // A redirect could carry our key to somebody else: none is followed.
    private static HttpClient Client(ProviderOptions options) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            BaseAddress = new Uri($"{options.BaseAddress.AbsoluteUri.TrimEnd('/')}/"),
            // The client's own limit ends with the headers, and a file has another: ProviderApi keeps them.
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
