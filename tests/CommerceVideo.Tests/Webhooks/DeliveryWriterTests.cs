using CommerceVideo.Tests.Support;
using CommerceVideo.Webhooks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommerceVideo.Tests.Webhooks;

public sealed class DeliveryWriterTests
{
    [Fact]
    public async Task One_row_the_database_refuses_does_not_fail_those_that_came_with_it()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(database.ConnectionString);
        await RunAsync(database, "alter table delivery add check (webhook_id <> 'bad')");

        await using var gate = await LockedAsync(database);
        var first = host.SendAsync("first");
        await WaitForLockedWriterAsync(host);
        var others = Enumerable.Range(0, 20).Select(i => host.SendAsync(i == 7 ? "bad" : $"good-{i}")).ToArray();
        await gate.DisposeAsync();

        var answers = await Task.WhenAll(others);
        Assert.Equal(200, await first);
        Assert.Equal(500, answers[7]);
        Assert.Equal(19, answers.Count(a => a == 200));
        Assert.Equal(20L, await host.QueryAsync<long>("select count(*) from delivery"));
    }

    [Fact]
    public async Task When_the_queue_is_full_the_sender_is_asked_to_come_again_and_nothing_is_stored_of_it()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(
            database.ConnectionString,
            o => (o.MaxWaiting, o.WaitForRoom) = (4, TimeSpan.FromMilliseconds(50))
        );

        await using var gate = await LockedAsync(database);
        var first = host.SendAsync("first");
        await WaitForLockedWriterAsync(host);
        var others = Enumerable.Range(0, 10).Select(i => host.SendAsync($"id-{i}")).ToList();
        for (var turnedAway = 0; turnedAway < 6; turnedAway++)
        {
            var answered = await Task.WhenAny(others);
            others.Remove(answered);
            Assert.Equal(503, await answered);
        }

        await gate.DisposeAsync();
        Assert.All(await Task.WhenAll(others.Append(first)), answer => Assert.Equal(200, answer));
        Assert.Equal(5L, await host.QueryAsync<long>("select count(*) from delivery"));
    }

    [Fact]
    public async Task Bodies_beyond_the_memory_set_aside_are_turned_away_and_the_memory_comes_back()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(
            database.ConnectionString,
            o => (o.MaxBodyBytes, o.MaxBytesInFlight) = (1024 * 1024, 2 * 1024 * 1024)
        );
        var large = new byte[1024 * 1024];

        await using var gate = await LockedAsync(database);
        var first = host.SendAsync(WebhookHost.Delivery("first", large));
        await WaitForLockedWriterAsync(host);
        var others = new List<Task<int>>
        {
            host.SendAsync(WebhookHost.Delivery("second", large)),
            host.SendAsync(WebhookHost.Delivery("third", large)),
        };
        var refused = await Task.WhenAny(others);
        others.Remove(refused);
        Assert.Equal(503, await refused);
        await gate.DisposeAsync();

        Assert.Equal((200, 200), (await first, await others.Single()));
        Assert.Equal(200, await host.SendAsync(WebhookHost.Delivery("fourth", large)));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_503_and_one_that_is_back_is_used_again()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(database.ConnectionString);
        await RunAsync(database, "alter table delivery rename to away");

        var down = await host.SendAsync("id");
        await RunAsync(database, "alter table away rename to delivery");

        Assert.Equal((503, 200), (down, await host.SendAsync("id")));
    }

    [Fact]
    public async Task A_connection_cut_between_deliveries_costs_no_delivery()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(database.ConnectionString);
        Assert.Equal(200, await host.SendAsync("before"));

        await RunAsync(
            database,
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and application_name = 'commerce-video webhooks'"
        );

        Assert.Equal(200, await host.SendAsync("after"));
        Assert.Equal(0L, await host.QueryAsync<long>("select sum(duplicates) from delivery"));
    }

    [Fact]
    public async Task A_shutdown_in_mid_commit_acknowledges_what_it_commits_and_only_that()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(database.ConnectionString);

        await using var gate = await LockedAsync(database);
        var pending = Enumerable.Range(0, 20).Select(i => host.SendAsync($"id-{i}")).ToArray();
        await WaitForLockedWriterAsync(host);
        var stopping = host.StopAsync();
        await gate.DisposeAsync();
        var answers = await Task.WhenAll(pending);
        await stopping;

        Assert.All(answers, answer => Assert.Equal(200, answer));
        Assert.Equal(20L, await host.QueryAsync<long>("select count(*) from delivery"));
    }

    [Fact]
    public async Task Listeners_are_told_once_a_batch_is_there_to_read()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(database.ConnectionString);
        await using var listener = new NpgsqlConnection(database.ConnectionString);
        await listener.OpenAsync();
        await using var listen = new NpgsqlCommand($"listen {ShopifyWebhooks.Channel}", listener);
        await listen.ExecuteNonQueryAsync();

        var waiting = listener.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(200, await host.SendAsync("id"));

        Assert.True(await waiting);
    }

    [Fact]
    public async Task A_start_without_a_secret_is_refused()
    {
        var missing = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync("Host=127.0.0.1", o => o.Secrets = [])
        );

        Assert.Contains("secret", missing.Message, StringComparison.Ordinal);
    }

    private static async Task<NpgsqlTransaction> LockedAsync(TestDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("lock table delivery in exclusive mode", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private static async Task WaitForLockedWriterAsync(WebhookHost host)
    {
        while (
            !await host.QueryAsync<bool>(
                "select exists (select from pg_locks where relation = 'delivery'::regclass and not granted)"
            )
        )
        {
            await Task.Yield();
        }
    }

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
