using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Webhooks;

public sealed class SecretRotationTests
{
    [Fact]
    public async Task During_a_rotation_both_secrets_sign_and_after_it_only_the_new_one()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        var body = """{"id":1}"""u8.ToArray();

        await using (
            var rotating = await WebhookHost.StartAsync(database.ConnectionString, o => o.Secrets = ["new", "old"])
        )
        {
            Assert.Equal(200, await SendAsync(rotating, "1", "old"));
            Assert.Equal(200, await SendAsync(rotating, "2", "new"));
            Assert.Equal(401, await SendAsync(rotating, "3", "neither"));
        }

        await using var rotated = await WebhookHost.StartAsync(database.ConnectionString, o => o.Secrets = ["new"]);
        Assert.Equal(401, await SendAsync(rotated, "4", "old"));
        Assert.Equal(200, await SendAsync(rotated, "5", "new"));

        Task<int> SendAsync(WebhookHost host, string id, string secret) =>
            host.SendAsync(WebhookHost.Delivery(id, body, WebhookHost.Sign(body, secret)));
    }
}
