using System.Net.Sockets;
using System.Text;
using CommerceVideo.Tests.Support;
using CommerceVideo.Webhooks;

namespace CommerceVideo.Tests.Webhooks;

public sealed class WebhookEndpointTests : IAsyncLifetime
{
    private static readonly byte[] Body = """{"id":1}"""u8.ToArray();

    private TestDatabase _database = null!;
    private WebhookHost _host = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        _host = await WebhookHost.StartAsync(_database.ConnectionString, o => o.MaxBodyBytes = 64 * 1024);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_delivery_is_acknowledged_and_stored_with_all_it_said()
    {
        using var request = WebhookHost.Delivery("id-1", Body);
        request.Headers.Add("X-Shopify-API-Version", "2026-10");
        request.Headers.Add("X-Shopify-Event-Id", "event-1");
        request.Headers.Add("X-Shopify-Triggered-At", "2026-11-20T14:15:00.123456789Z");

        var status = await _host.SendAsync(request);

        Assert.Equal(200, status);
        var row = await _host.QueryAsync<string>(
            """
            select concat_ws('|', shop_domain, webhook_id, topic, api_version, event_id, triggered_at at time zone 'utc',
                convert_from(body, 'utf8'), duplicates, state, handled_at is null, received_at > now() - interval '1 hour') from delivery
            """
        );
        Assert.Equal(
            """dev-atelier.myshopify.com|id-1|products/update|2026-10|event-1|2026-11-20 14:15:00.123456|{"id":1}|0|received|t|t""",
            row
        );
    }

    [Fact]
    public async Task The_signature_covers_the_bytes_as_sent_not_what_they_mean()
    {
        var spaced = """{ "id" : 1, "title":"<\/p>é" }"""u8.ToArray();

        var asSent = await _host.SendAsync(WebhookHost.Delivery("a", spaced));
        var asMeant = await _host.SendAsync(WebhookHost.Delivery("b", spaced, WebhookHost.Sign(Body)));

        Assert.Equal((200, 401), (asSent, asMeant));
        Assert.Equal(spaced, await _host.QueryAsync<byte[]>("select body from delivery"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("****************************************===*")]
    public async Task A_wrong_signature_is_401_and_leaves_nothing(string signature)
    {
        var status = await _host.SendAsync(WebhookHost.Delivery("id", Body, signature));

        Assert.Equal(401, status);
        Assert.Equal(0L, await CountAsync());
    }

    [Fact]
    public async Task A_missing_or_doubled_signature_is_401()
    {
        using var missing = WebhookHost.Delivery("id", Body);
        missing.Headers.Remove("X-Shopify-Hmac-Sha256");
        using var doubled = WebhookHost.Delivery("id", Body);
        doubled.Headers.Add("X-Shopify-Hmac-Sha256", WebhookHost.Sign(Body));

        Assert.Equal((401, 401), (await _host.SendAsync(missing), await _host.SendAsync(doubled)));
    }

    [Theory]
    [InlineData("X-Shopify-Topic", null)]
    [InlineData("X-Shopify-Shop-Domain", null)]
    [InlineData("X-Shopify-Webhook-Id", null)]
    [InlineData("X-Shopify-Shop-Domain", "evil.example.com")]
    [InlineData("X-Shopify-Shop-Domain", "evil.example.com/.myshopify.com")]
    [InlineData("X-Shopify-Shop-Domain", "-x.myshopify.com")]
    [InlineData("X-Shopify-Webhook-Id", "two words")]
    public async Task A_required_header_missing_or_malformed_is_400(string name, string? value)
    {
        using var request = WebhookHost.Delivery("id", Body);
        request.Headers.Remove(name);
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }

        Assert.Equal(400, await _host.SendAsync(request));
        Assert.Equal(0L, await CountAsync());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    public async Task Other_verbs_are_405_even_where_pages_have_a_fall_back(string verb)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), ShopifyWebhooks.Path);
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task An_unknown_topic_is_acknowledged_and_kept()
    {
        using var request = WebhookHost.Delivery("id", Body);
        request.Headers.Remove("X-Shopify-Topic");
        request.Headers.Add("X-Shopify-Topic", "moons/wane");

        Assert.Equal(200, await _host.SendAsync(request));
        Assert.Equal("moons/wane", await _host.QueryAsync<string>("select topic from delivery"));
    }

    [Fact]
    public async Task The_shop_is_one_shop_however_it_is_written()
    {
        using var loud = WebhookHost.Delivery("id", Body);
        loud.Headers.Remove("X-Shopify-Shop-Domain");
        loud.Headers.Add("X-Shopify-Shop-Domain", "Dev-Atelier.myshopify.com");

        Assert.Equal((200, 200), (await _host.SendAsync(loud), await _host.SendAsync("id")));
        Assert.Equal(1, await _host.QueryAsync<int>("select duplicates from delivery"));
    }

    [Fact]
    public async Task A_repeat_is_acknowledged_and_counted_and_the_first_body_stays()
    {
        Assert.Equal(200, await _host.SendAsync("same", """{"id":1}"""));
        Assert.Equal(200, await _host.SendAsync("same", """{"id":2}"""));
        Assert.Equal(200, await _host.SendAsync("same", """{"id":2}"""));

        Assert.Equal(
            """1 2 {"id":1}""",
            await _host.QueryAsync<string>(
                "select concat_ws(' ', count(*), max(duplicates), max(convert_from(body, 'utf8'))) from delivery"
            )
        );
    }

    [Fact]
    public async Task A_body_of_any_bytes_is_kept_as_it_is()
    {
        byte[] bytes = [0, 255, 0xC3, 0x28, 10, 13, 0];

        Assert.Equal(200, await _host.SendAsync(WebhookHost.Delivery("bytes", bytes)));
        Assert.Equal(200, await _host.SendAsync(WebhookHost.Delivery("empty", Array.Empty<byte>())));

        var stored = await _host.QueryAsync<byte[]>("select body from delivery where webhook_id = 'bytes'");
        Assert.Equal(bytes, stored);
        Assert.Equal(
            Array.Empty<byte>(),
            await _host.QueryAsync<byte[]>("select body from delivery where webhook_id = 'empty'")
        );
    }

    [Fact]
    public async Task A_body_at_the_limit_is_taken_and_one_byte_more_is_413()
    {
        var largest = new byte[64 * 1024];
        var larger = new byte[64 * 1024 + 1];

        Assert.Equal(200, await _host.SendAsync(WebhookHost.Delivery("fits", largest)));
        Assert.Equal(413, await _host.SendAsync(WebhookHost.Delivery("too-large", larger)));
        Assert.Equal(1L, await CountAsync());
    }

    [Fact]
    public async Task A_body_announced_over_the_limit_is_413_before_any_of_it_came()
    {
        var answer = await TalkAsync($"Content-Length: 9000000000\r\n{Signed}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_413_while_it_is_still_coming()
    {
        var chunk = "8000\r\n" + new string('x', 0x8000) + "\r\n";

        var answer = await TalkAsync($"Transfer-Encoding: chunked\r\n{Signed}\r\n\r\n{chunk}{chunk}{chunk}");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_cut_short_by_the_sender_leaves_nothing()
    {
        var body = Encoding.UTF8.GetString(Body);

        var answer = await TalkAsync($"Content-Length: 500\r\n{Signed}\r\n\r\n{body}", hangUp: true);

        Assert.DoesNotContain("200", answer, StringComparison.Ordinal);
        Assert.Equal(200, await _host.SendAsync("after"));
        Assert.Equal(1L, await CountAsync());
    }

    [Theory]
    [InlineData("X-Shopify-Event-Id: a\0b")]
    [InlineData("X-Shopify-Event-Id: \u00ff\u00fe")]
    [InlineData("X-Shopify-Topic: \u00c3\u0028")]
    public async Task Headers_that_are_no_text_are_refused_or_left_out_and_break_nothing(string header)
    {
        var body = Encoding.UTF8.GetString(Body);

        var answer = await TalkAsync($"Content-Length: {Body.Length}\r\n{header}\r\n{Signed}\r\n\r\n{body}");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Equal(200, await _host.SendAsync("after"));
    }

    private static string Signed =>
        $"X-Shopify-Hmac-Sha256: {WebhookHost.Sign(Body)}\r\nX-Shopify-Topic: products/create\r\n"
        + $"X-Shopify-Shop-Domain: {WebhookHost.Shop}\r\nX-Shopify-Webhook-Id: raw";

    private Task<long> CountAsync() => _host.QueryAsync<long>("select count(*) from delivery");

    private async Task<string> TalkAsync(string request, bool hangUp = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_host.Address.Host, _host.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"POST /webhooks HTTP/1.1\r\nHost: x\r\n{request}"));
        if (hangUp)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        var answer = new byte[4096];
        try
        {
            var read = await stream.ReadAsync(answer).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            return Encoding.Latin1.GetString(answer, 0, read);
        }
        catch (IOException) when (hangUp)
        {
            // A sender that hung up may be reset instead of answered.
            return "";
        }
    }
}
