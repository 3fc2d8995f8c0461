using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceVideo.Webhooks;

/// <summary>Shopify's way in.</summary>
public static class ShopifyWebhooks
{
    public const string Path = "/webhooks";

    /// <summary>PostgreSQL's channel on which a committed batch of deliveries is told to whoever handles them.</summary>
    public const string Channel = "delivery";

    public static IServiceCollection AddShopifyWebhooks(
        this IServiceCollection services,
        Action<WebhookOptions> configure
    )
    {
        services.AddOptions<WebhookOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<WebhookEndpoint>();
        services.AddHostedService<DeliveryWriter>();
        return services;
    }

    /// <summary>Takes every verb on the path, so that no fall-back page answers one we refuse.</summary>
    public static IEndpointConventionBuilder MapShopifyWebhooks(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<WebhookEndpoint>();
        return routes.Map(Path, endpoint.HandleAsync);
    }
}
