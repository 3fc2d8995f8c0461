using CommerceVideo.Quality;
using Microsoft.Extensions.Configuration;

namespace CommerceVideo.Bench.Gate;

/// <summary>The thresholds as they are shipped; the bench has none of its own.</summary>
internal static class GateLimits
{
    public static QualityOptions Shipped() =>
        new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json")
            .Build()
            .GetSection(QualityOptions.Section)
            .Get<QualityOptions>()
        ?? throw new InvalidOperationException("The settings have no limits.");
}
