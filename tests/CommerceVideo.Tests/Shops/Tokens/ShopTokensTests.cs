using System.Net;
using System.Text;
using CommerceVideo.Tests.Support;
using Npgsql;

namespace CommerceVideo.Tests.Shops.Tokens;

public sealed class ShopTokensTests
{
    [Fact]
    public async Task The_first_session_token_is_exchanged_for_a_pair_that_ends()
    {
        await using var shop = await ShopOnHand.InstalledAsync();

        var call = Assert.Single(shop.Grants.Calls);
        Assert.Equal($"https://{ShopOnHand.Domain}/admin/oauth/access_token", call.Address.ToString());
        Assert.Contains(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange",
            call.Body,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "requested_token_type=urn%3Ashopify%3Aparams%3Aoauth%3Atoken-type%3Aoffline",
            call.Body,
            StringComparison.Ordinal
        );
        Assert.Contains("expiring=1", call.Body, StringComparison.Ordinal);
        Assert.Equal(ShopOnHand.Access(1), await shop.TokenAsync());
    }

    [Fact]
    public async Task Opening_the_app_again_asks_Shopify_for_nothing()
    {
        await using var shop = await ShopOnHand.InstalledAsync();

        var again = await shop.Tokens.InstallAsync(ShopOnHand.Domain, "another session", CancellationToken.None);

        Assert.Equal(shop.Id, again.Id);
        Assert.Single(shop.Grants.Calls);
    }

    [Fact]
    public async Task Two_first_visits_at_once_are_one_exchange_and_one_shop()
    {
        await using var shop = await ShopOnHand.CreateAsync();
        shop.Grants.Answers(ShopOnHand.Grant(1));

        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ => shop.Tokens.InstallAsync(ShopOnHand.Domain, "session", CancellationToken.None))
        );

        Assert.Single(made.Select(static s => s.Id).Distinct());
        Assert.Single(shop.Grants.Calls);
    }

    [Fact]
    public async Task A_token_that_ends_within_five_minutes_is_refreshed_first()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Grants.Answers(ShopOnHand.Grant(2)).Answers(ShopOnHand.Grant(3));

        shop.Time.Leap(TimeSpan.FromMinutes(54));
        Assert.Equal(ShopOnHand.Access(1), await shop.TokenAsync());
        shop.Time.Leap(TimeSpan.FromMinutes(2));
        Assert.Equal(ShopOnHand.Access(2), await shop.TokenAsync());
        shop.Time.Leap(TimeSpan.FromMinutes(56));
        Assert.Equal(ShopOnHand.Access(3), await shop.TokenAsync());

        Assert.Equal([ShopOnHand.Refresh(1), ShopOnHand.Refresh(2)], Refreshed(shop.Grants));
    }

    [Fact]
    public async Task Two_who_need_a_new_token_at_once_share_one_refresh()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Grants.Answers(ShopOnHand.Grant(2)).Holds();
        shop.Time.Leap(TimeSpan.FromMinutes(58));

        var asking = Enumerable.Range(0, 4).Select(_ => shop.TokenAsync()).ToArray();
        await Poll.UntilAsync(() => WaitingForLockAsync(shop, 3));
        shop.Grants.Release();

        Assert.All(await Task.WhenAll(asking), static token => Assert.Equal(ShopOnHand.Access(2), token));
        Assert.Equal([ShopOnHand.Refresh(1)], Refreshed(shop.Grants));
    }

    [Fact]
    public async Task A_rejected_token_is_not_handed_out_again()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Grants.Answers(ShopOnHand.Grant(2));

        Assert.Equal(ShopOnHand.Access(2), await shop.TokenAsync(ShopOnHand.Access(1)));
        Assert.Equal(ShopOnHand.Access(2), await shop.TokenAsync(ShopOnHand.Access(1)));
        Assert.Single(Refreshed(shop.Grants));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_refused_refresh_leaves_the_shop_to_its_merchant(int status)
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Grants.Answers("""{"error":"invalid_grant"}""", (HttpStatusCode)status).Answers(ShopOnHand.Grant(2));
        shop.Time.Leap(TimeSpan.FromHours(2));

        Assert.Null(await shop.TokenAsync());
        Assert.Null(await shop.TokenAsync());
        await shop.Tokens.InstallAsync(ShopOnHand.Domain, "session", CancellationToken.None);

        Assert.Equal(ShopOnHand.Access(2), await shop.TokenAsync());
        Assert.Single(Refreshed(shop.Grants));
    }

    [Theory]
    [InlineData("""{"error":"temporarily_unavailable"}""", 503)]
    [InlineData("""{"error":"too_many_requests"}""", 429)]
    [InlineData("<html>", 200)]
    [InlineData("null", 200)]
    [InlineData("{}", 200)]
    [InlineData("[]", 400)]
    [InlineData("""{"error":{"code":1}}""", 400)]
    public async Task An_answer_that_says_nothing_keeps_the_pair_and_the_next_try_uses_it_again(string body, int status)
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Grants.Answers(body, (HttpStatusCode)status).Answers(ShopOnHand.Grant(2));
        shop.Time.Leap(TimeSpan.FromHours(2));

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.TokenAsync());

        Assert.Equal(ShopOnHand.Access(2), await shop.TokenAsync());
        Assert.Equal([ShopOnHand.Refresh(1), ShopOnHand.Refresh(1)], Refreshed(shop.Grants));
    }

    [Fact]
    public async Task A_lost_answer_keeps_the_pair_and_the_next_try_uses_it_again()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        shop.Grants.Loses().Loses(new TaskCanceledException("Timed out.")).Answers(ShopOnHand.Grant(2));
        shop.Time.Leap(TimeSpan.FromHours(2));

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.TokenAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => shop.TokenAsync());

        Assert.Equal(ShopOnHand.Access(2), await shop.TokenAsync());
        Assert.All(Refreshed(shop.Grants), static sent => Assert.Equal(ShopOnHand.Refresh(1), sent));
    }

    [Fact]
    public async Task At_rest_no_byte_of_a_token_is_to_be_read()
    {
        await using var shop = await ShopOnHand.InstalledAsync();

        await using var source = NpgsqlDataSource.Create(shop.Database.ConnectionString);
        await using var command = source.CreateCommand("select access_token, refresh_token, shop::text from shop");
        await using var row = await command.ExecuteReaderAsync(CancellationToken.None);
        Assert.True(await row.ReadAsync(CancellationToken.None));

        var (access, refresh) = (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1));
        Assert.Equal(-1, access.AsSpan().IndexOf(Encoding.UTF8.GetBytes(ShopOnHand.Marker)));
        Assert.Equal(-1, refresh.AsSpan().IndexOf(Encoding.UTF8.GetBytes(ShopOnHand.Marker)));
        Assert.DoesNotContain(ShopOnHand.Marker, row.GetString(2), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToHexString(Encoding.UTF8.GetBytes(ShopOnHand.Marker)),
            row.GetString(2),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task A_shop_that_uninstalled_has_no_token()
    {
        await using var shop = await ShopOnHand.InstalledAsync();
        await using (var source = NpgsqlDataSource.Create(shop.Database.ConnectionString))
        {
            await using var leave = source.CreateCommand("update shop set uninstalled_at = now()");
            await leave.ExecuteNonQueryAsync(CancellationToken.None);
        }

        Assert.Null(await shop.TokenAsync());
    }

    private static async Task<bool> WaitingForLockAsync(ShopOnHand shop, int waiting) =>
        await shop.Database.AskAsync<long>(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%for update%'
            """
        ) == waiting;

    private static IEnumerable<string> Refreshed(StubHttp grants) =>
        grants
            .Calls.SelectMany(static call => call.Body.Split('&'))
            .Where(static field => field.StartsWith("refresh_token=", StringComparison.Ordinal))
            .Select(static field => field["refresh_token=".Length..]);
}
