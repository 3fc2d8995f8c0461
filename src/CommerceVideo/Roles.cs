using CommerceVideo.Admin.Home;
using CommerceVideo.Admin.Operations;
using CommerceVideo.Admin.Verify;
using CommerceVideo.Brands;
using CommerceVideo.Briefs;
using CommerceVideo.Budgets;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Media;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Outbound;
using CommerceVideo.Platform.Secrets;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Publishing;
using CommerceVideo.Routing;
using CommerceVideo.Shops;
using CommerceVideo.VideoModels;
using CommerceVideo.Webhooks;
using Microsoft.Extensions.Options;

namespace CommerceVideo;

/// <summary>The long-running roles: <c>web</c> takes requests, <c>worker</c> does the work; one process may be both.</summary>
internal static class Roles
{
    public static async Task<int> RunAsync(
        IReadOnlyCollection<string> roles,
        Func<RolesUp, Task> tell,
        CancellationToken ct
    )
    {
        await using var app = Build(roles.Contains("web"), roles.Contains("worker"));
        await app.StartAsync(ct);
        await tell(new RolesUp([.. roles.Distinct()], [.. app.Urls], Environment.ProcessId));
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    public static WebApplication Build(bool web, bool worker, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        configure?.Invoke(builder);
        var settings = builder.Configuration;
        if (!web)
        {
            // A worker takes no requests; its health is that it runs and that its work gets done.
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }

        builder
            .Services.AddPlatform(settings)
            .AddStorage(settings)
            .AddShops()
            .AddWorkQueue()
            .AddPictures()
            .AddVideoModels(settings)
            .AddBudgets()
            .AddBrands()
            .AddBriefPlanning()
            .AddModelRouting()
            .AddAttempts()
            .AddPreviews()
            .AddRequests()
            .AddOperations();
        if (web)
        {
            builder.Services.AddVerifying().AddWebhookEdge(settings);
        }

        if (worker)
        {
            builder
                .Services.AddCatalog()
                .AddBriefs()
                .AddRetirementWatch()
                .AddGeneration()
                .AddFinishing()
                .AddPublishing();
            builder.AddWorker(settings.DatabaseConnection());
        }

        var app = builder.Build();

        // Before anything reads a setting, so that all that is missing is said at once.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (web)
        {
            app.MapShopifyWebhooks();
            app.MapHome();
            app.MapOperations();
            app.MapCallbacks();
            app.MapStoredMedia();
            app.MapVerify();
        }

        app.MapHealthChecks("/health/live", new() { Predicate = static _ => false });
        app.MapHealthChecks("/health/ready");
        return app;
    }
}

/// <summary>What a process says of itself once it is up, as <c>--json</c> promises.</summary>
internal sealed record RolesUp(IReadOnlyList<string> Roles, IReadOnlyList<string> Addresses, int Pid)
{
    public int Schema { get; } = 1;

    public bool Ready { get; } = true;
}
