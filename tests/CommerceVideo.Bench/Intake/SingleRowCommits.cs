using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace CommerceVideo.Bench.Intake;

/// <summary>What the database itself does with 64 clients that each commit one such row at a time: pgbench, prepared, body sent along.</summary>
internal static partial class SingleRowCommits
{
    private const string Sql = """
        insert into delivery (shop_domain, webhook_id, topic, api_version, event_id, triggered_at, received_at, body)
        values ('dev-atelier.myshopify.com', gen_random_uuid()::text, 'products/update', '2026-10',
                '98880550-7158-44d4-b7cd-693319000001', now(), now(), convert_to(:body, 'utf8'))
        on conflict (shop_domain, webhook_id) do update set duplicates = delivery.duplicates + 1;
        """;

    public static async Task<double> PerSecondAsync(
        NpgsqlConnectionStringBuilder database,
        string body,
        string folder,
        int seconds,
        CancellationToken ct
    )
    {
        var script = Path.Combine(folder, "single-row.sql");
        await File.WriteAllTextAsync(script, Sql.ReplaceLineEndings(" "), ct);
        var start = new ProcessStartInfo(
            "pgbench",
            [
                "-n",
                "-M",
                "prepared",
                "-c",
                $"{Load.Connections}",
                "-j",
                "2",
                "-T",
                $"{seconds}",
                "-D",
                $"body={body}",
                "-f",
                script,
            ]
        );
        start.Environment["PGHOST"] = database.Host;
        start.Environment["PGPORT"] = database.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = database.Username;
        start.Environment["PGPASSWORD"] = database.Password;
        start.Environment["PGDATABASE"] = database.Database;
        var said = await Child.RunAsync(start, ct);
        return double.Parse(Rate().Match(said).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^tps = (?<rate>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
