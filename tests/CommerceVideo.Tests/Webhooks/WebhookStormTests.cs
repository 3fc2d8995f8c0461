using System.Collections.Concurrent;
using CommerceVideo.Sandbox.Postgres;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Webhooks;

public sealed class WebhookStormTests
{
    private const int Connections = 32;

    [Fact]
    public async Task Two_thousand_deliveries_with_repeats_are_each_stored_once()
    {
        await using var database = await TestDatabase.CreateAsync(WebhookHost.MigrateAsync);
        await using var host = await WebhookHost.StartAsync(database.ConnectionString);
        var answers = new ConcurrentBag<int>();

        // 1,200 different ones; the first 800 come twice, many of those at the same instant.
        var ids = Enumerable.Range(0, 2000).Select(i => i < 1600 ? i / 2 : i - 800);
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = Connections },
            async (id, _) => answers.Add(await host.SendAsync($"id-{id}", $$"""{"id":{{id + 1}}}"""))
        );

        Assert.Equal(2000, answers.Count(a => a == 200));
        Assert.Equal(
            "1200 1200 800 1",
            await host.QueryAsync<string>(
                "select concat_ws(' ', count(*), count(distinct webhook_id), sum(duplicates), max(duplicates)) from delivery"
            )
        );
        Assert.Equal(
            1200L,
            await host.QueryAsync<long>(
                "select count(*) from delivery where convert_from(body, 'utf8')::json->>'id' = (substr(webhook_id, 4)::int + 1)::text"
            )
        );
    }

    [Fact]
    public async Task A_database_killed_in_mid_storm_has_every_delivery_that_was_acknowledged()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"cv-kill-{Guid.NewGuid():N}");
        var options = new PostgresOptions { Folder = folder };
        try
        {
            var acknowledged = new ConcurrentBag<string>();
            var answers = new ConcurrentBag<int>();
            await using (var server = await PostgresServer.StartAsync(options, CancellationToken.None))
            {
                await WebhookHost.MigrateAsync(server.ConnectionString);
                await using var host = await WebhookHost.StartAsync(server.ConnectionString);
                await Parallel.ForEachAsync(
                    Enumerable.Range(0, 2000),
                    new ParallelOptions { MaxDegreeOfParallelism = Connections },
                    async (i, _) =>
                    {
                        var answer = await host.SendAsync($"id-{i}", $$"""{"id":{{i + 1}}}""");
                        answers.Add(answer);
                        if (answer == 200)
                        {
                            acknowledged.Add($"id-{i}");
                        }

                        if (i == 1000)
                        {
                            KillHard(server.Process!.Value);
                        }
                    }
                );
            }

            await using var again = await PostgresServer.StartAsync(options, CancellationToken.None);
            await using var recovered = await WebhookHost.StartAsync(again.ConnectionString);
            var stored = (
                await recovered.QueryAsync<string[]>("select array_agg(webhook_id) from delivery")
            ).ToHashSet();

            Assert.Contains(200, answers);
            Assert.Contains(503, answers);
            Assert.Equal([200, 503], answers.Distinct().Order());
            Assert.Subset(stored, acknowledged.ToHashSet());
            Assert.InRange(stored.Count, acknowledged.Count, acknowledged.Count + Connections);
            Assert.Equal(200, await recovered.SendAsync("id-1999"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void KillHard(int process)
    {
        using var victim = System.Diagnostics.Process.GetProcessById(process);
        victim.Kill(entireProcessTree: true);
        victim.WaitForExit();
    }
}
