using CommerceVideo.Platform.Database;
using CommerceVideo.Rendering;
using Npgsql;

namespace CommerceVideo;

/// <summary>The verbs of the program: <c>commerce-video VERB [options]</c>. Exits are those every verb shares.</summary>
internal static class Commands
{
    private const int WrongUsage = 2;

    private const string Usage = """
        commerce-video VERB [options]

          web [worker]   take Shopify's webhooks and the merchant's requests
          worker         do the work
          migrate        bring the database to the newest schema
          render         make finished files from one photo, without a database (render --help)
        """;

    public static async Task<int> RunAsync(string[] args, CancellationToken ct) =>
        args switch
        {
            ["web" or "worker", ..] when args.All(static word => word is "web" or "worker") => await Roles.RunAsync(
                args,
                ct
            ),
            ["render", .. var rest] => await RenderCommand.RunAsync(rest, ct),
            ["migrate"] => await MigrateAsync(ct),
            ["--help" or "help", ..] or [_, "--help"] => Say(Console.Out, 0),
            _ => Say(Console.Error, WrongUsage),
        };

    private static int Say(TextWriter to, int exit)
    {
        to.WriteLine(Usage);
        return exit;
    }

    private static async Task<int> MigrateAsync(CancellationToken ct)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        await using var database = NpgsqlDataSource.Create(settings.DatabaseConnection());
        var applied = await Migrator.MigrateAsync(database, ct);
        await Console.Error.WriteLineAsync(
            applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}."
        );
        return 0;
    }
}
