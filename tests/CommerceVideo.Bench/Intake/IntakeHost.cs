using CommerceVideo.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceVideo.Bench.Intake;

/// <summary>The webhook edge alone, in a process of its own; prints its address when it listens.</summary>
internal static class IntakeHost
{
    public const string Verb = "intake-host";

    public static async Task<int> RunAsync(string database, string secret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddShopifyWebhooks(options =>
            (options.ConnectionString, options.Secrets) = (database, [secret])
        );
        await using var app = builder.Build();
        app.MapShopifyWebhooks();
        await app.StartAsync(CancellationToken.None);
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }
}
