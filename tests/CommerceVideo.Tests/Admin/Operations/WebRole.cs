using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CommerceVideo.Tests.Admin.Operations;

/// <summary>The web role as it is, on a free port.</summary>
internal static class WebRole
{
    public static async Task<WebApplication> StartAsync(
        string connection,
        string? key,
        params (string Name, string Value)[] more
    )
    {
        var app = Roles.Build(
            web: true,
            worker: false,
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["ConnectionStrings:Database"] = connection,
                        ["Operations:Key"] = key,
                        ["Secrets:Key"] = Convert.ToBase64String(new byte[32]),
                        ["Shopify:ApiKey"] = "client",
                        ["Shopify:ApiSecret"] = "a secret of ours that only this test knows",
                        ["Storage:Folder"] = Path.GetTempPath(),
                    }
                );
                builder.Configuration.AddInMemoryCollection(
                    more.Select(static one => KeyValuePair.Create<string, string?>(one.Name, one.Value))
                );
            }
        );
        await app.StartAsync(CancellationToken.None);
        return app;
    }
}
