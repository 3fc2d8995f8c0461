using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Shops.Admin;
using CommerceVideo.Shops.Tokens;
using CommerceVideo.Webhooks;

namespace CommerceVideo.Shops;

internal static class ShopsSetup
{
    public static IServiceCollection AddShops(this IServiceCollection services)
    {
        services.AddSettings<ShopifyOptions>(ShopifyOptions.Section);
        services.AddHttpClient<TokenEndpoint>(static http => http.Timeout = TimeSpan.FromSeconds(20));
        services.AddHttpClient<AdminApi>(static http => http.Timeout = TimeSpan.FromSeconds(30));
        return services.AddSingleton<SessionToken>().AddScoped<ShopTokens>();
    }

    public static IServiceCollection AddWebhookEdge(this IServiceCollection services, IConfiguration settings)
    {
        var shopify = settings.GetSection(ShopifyOptions.Section).Get<ShopifyOptions>() ?? new ShopifyOptions();
        return services.AddShopifyWebhooks(webhooks =>
        {
            webhooks.ConnectionString = settings.DatabaseConnection();
            webhooks.Secrets = [.. shopify.Secrets];
        });
    }
}
