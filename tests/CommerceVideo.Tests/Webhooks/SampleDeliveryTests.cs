using System.Text.Json;
using CommerceVideo.Tests.Support;
using CommerceVideo.Webhooks.Payloads;

namespace CommerceVideo.Tests.Webhooks;

/// <summary>Replays the sample deliveries where they are at hand; the other tests make their own bodies.</summary>
public sealed class SampleDeliveryTests
{
    private static readonly string Folder = Path.Combine(
        Environment.GetEnvironmentVariable("COMMERCEVIDEO_SAMPLES")
            ?? Path.Combine(Repository.Root, "../shared/samples"),
        "webhooks"
    );

    [Fact]
    public async Task Every_sample_is_acknowledged_and_stored_byte_for_byte_and_the_products_are_read()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(database.ConnectionString);
        var bodies = Directory
            .GetFiles(Folder, "*.json")
            .Where(f => !f.EndsWith(".headers.json", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(bodies);

        foreach (var file in bodies)
        {
            var body = await File.ReadAllBytesAsync(file);
            var headers = JsonSerializer.Deserialize<Dictionary<string, string>>(
                await File.ReadAllTextAsync(Path.ChangeExtension(file, ".headers.json"))
            )!;

            Assert.Equal(200, await host.SendAsync(Request(body, headers)));

            var id = headers["X-Shopify-Webhook-Id"];
            Assert.Equal(body, await host.QueryAsync<byte[]>($"select body from delivery where webhook_id = '{id}'"));
            Assert.True(
                await host.QueryAsync<bool>($"select triggered_at is not null from delivery where webhook_id = '{id}'")
            );
            if (headers["X-Shopify-Topic"].StartsWith("products/", StringComparison.Ordinal))
            {
                var product = Assert.IsType<ProductReading.Read>(ProductPayload.TryParse(body)).Product;
                Assert.Equal((false, product.GlobalId), (product.OnlyId, product.AdminGraphqlApiId));
            }
        }
    }

    private static HttpRequestMessage Request(byte[] body, Dictionary<string, string> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Shopify-Hmac-Sha256", WebhookHost.Sign(body));
        foreach (var (name, value) in headers.Where(h => h.Key != "Content-Type"))
        {
            request.Headers.Add(name, value);
        }

        return request;
    }
}
