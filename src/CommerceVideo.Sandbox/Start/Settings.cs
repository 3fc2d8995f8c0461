using System.Globalization;

namespace CommerceVideo.Sandbox.Start;

/// <summary>What each part is told through its environment.</summary>
internal static class Settings
{
    public static Dictionary<string, string> ForProviders(LaunchOptions options)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PROVIDERS_DATA"] = Path.Combine(options.Data, "providers"),
        };
        if (options.Now is { } now)
        {
            settings["PROVIDERS_NOW"] = Instant(now);
        }
        return settings;
    }

    public static Dictionary<string, string> ForStore(
        LaunchOptions options,
        Keys keys,
        Uri app,
        ProviderAddresses? providers,
        int port
    )
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["STORE_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["STORE_DATA"] = Path.Combine(options.Data, "store"),
            ["STORE_APP"] = Bare(app),
            ["STORE_API_KEY"] = keys.ApiKey,
            ["STORE_API_SECRETS"] = keys.ApiSecret,
            ["STORE_SHOPS"] = Addresses.Shop,
        };
        if (options.Now is { } now)
        {
            settings["STORE_NOW"] = Instant(now);
        }
        if (providers is not null)
        {
            settings["STORE_PROVIDERS"] = Bare(providers.Control);
        }
        if (options.Photos is { } photos)
        {
            settings["STORE_PHOTOS"] = photos;
        }
        return settings;
    }

    public static Dictionary<string, string> ForMigration(LaunchOptions options, string connectionString) =>
        new(options.Settings, StringComparer.Ordinal) { ["ConnectionStrings__Database"] = connectionString };

    public static Dictionary<string, string> ForApp(
        LaunchOptions options,
        Keys keys,
        Addresses addresses,
        ProviderAddresses? providers,
        string connectionString
    )
    {
        var settings = new Dictionary<string, string>(options.Settings, StringComparer.Ordinal)
        {
            ["ConnectionStrings__Database"] = connectionString,
            ["ASPNETCORE_URLS"] = Bare(addresses.App),
            ["PublicAddress"] = Bare(addresses.App),
            ["Shopify__ApiKey"] = keys.ApiKey,
            ["Shopify__ApiSecret"] = keys.ApiSecret,
            ["Shopify__AdminAddress"] = Bare(addresses.Store) + "/shops/{shop}",
            ["Storage__Folder"] = Path.Combine(options.Data, "storage"),
            ["Secrets__Key"] = keys.Secrets,
            ["Operations__Key"] = keys.Operations,
            ["Outbound__AllowLoopback"] = "true",
        };
        if (providers is not null)
        {
            foreach (var (name, value) in providers.Settings)
            {
                settings[name] = value;
            }
        }
        if (options.Now is { } now)
        {
            settings["Clock__StartsAt"] = Instant(now);
        }
        return settings;
    }

    private static string Bare(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
