using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Tests.Support;

/// <summary>What the parts of a <see cref="FlowSystem"/> are told: the launcher's own settings, with waits made short.</summary>
internal static class FlowSettings
{
    public const string Operations = "operations-key-of-a-test";

    private const string ApiKey = "api-key-of-a-test";

    private const string ApiSecret = "shpss_0123456789abcdef0123456789abcdef";

    public static Dictionary<string, string> ForStore(FlowOptions options, string folder, Uri app)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["STORE_PORT"] = "0",
            ["STORE_DATA"] = Path.Combine(folder, "store"),
            ["STORE_APP"] = Bare(app),
            ["STORE_API_KEY"] = ApiKey,
            ["STORE_API_SECRETS"] = ApiSecret,
            ["STORE_SHOPS"] = Addresses.Shop,
            ["STORE_MEDIA_SECONDS"] = "0.2",
            ["STORE_JOB_SECONDS"] = "0.02",
            ["STORE_RETRY_FACTOR"] = "0.001",
        };
        if (options.Photos is { } photos)
        {
            settings["STORE_PHOTOS"] = photos;
        }

        return Over(settings, options.Store);
    }

    public static Dictionary<string, string> ForApp(
        FlowOptions options,
        string folder,
        Addresses addresses,
        string connectionString
    ) =>
        Over(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ConnectionStrings__Database"] = connectionString,
                ["ASPNETCORE_URLS"] = Bare(addresses.App),
                ["PublicAddress"] = Bare(addresses.App),
                ["Shopify__ApiKey"] = ApiKey,
                ["Shopify__ApiSecret"] = ApiSecret,
                ["Shopify__AdminAddress"] = Bare(addresses.Store) + "/shops/{shop}",
                ["Storage__Folder"] = Path.Combine(folder, "storage"),
                ["Secrets__Key"] = Convert.ToBase64String(new byte[32]),
                ["Operations__Key"] = Operations,
                ["Outbound__AllowLoopback"] = "true",
                ["Rendering__Scale"] = options.Scale,
                ["Briefs__Uses"] = options.Uses,
                ["Jobs__FirstBackOff"] = "00:00:00.100",
                ["Jobs__WhenAway"] = "00:00:00.200",
                ["Jobs__LookEvery"] = "00:00:00.250",
                ["Jobs__Lease"] = "00:00:06",
            },
            options.App
        );

    private static Dictionary<string, string> Over(
        Dictionary<string, string> settings,
        IReadOnlyDictionary<string, string> given
    )
    {
        foreach (var (name, value) in given)
        {
            settings[name] = value;
        }

        return settings;
    }

    private static string Bare(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
