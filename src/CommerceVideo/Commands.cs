using System.Text.Json;
using CommerceVideo.Admin.Drills;
using CommerceVideo.Channels.Lint;
using CommerceVideo.Platform.Database;
using CommerceVideo.Rendering;
using CommerceVideo.Routing.Commands;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommerceVideo;

/// <summary>The verbs of the program: <c>commerce-video VERB [options]</c>. Exits are those every verb shares.</summary>
internal static class Commands
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    private const string Usage = """
        commerce-video VERB [options]

          web [worker]   take Shopify's webhooks and the merchant's requests
          worker         do the work
          migrate        bring the database to the newest schema
          render         make finished files from one photo, without a database (render --help)
          check          hold a clip against the photo it was made from (check --help)
          lint           hold a finished file against the rules of a placement (lint --help)
          route          who would make a shot, in order and why; without a database, or with one (route --help)
          forecast       what a set of products would cost and take (forecast --help)
          drill          pretend that a model ends on a day (drill --help)

        --json FILE (- for standard output) tells as JSON what migrate applied, or where a role answers once it is up.
        """;

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        try
        {
            return await RunVerbAsync(args, ct);
        }
        catch (Exception problem) when (Settings(problem) is { } missing)
        {
            return Say(Console.Error, missing, Failed);
        }
    }

    private static async Task<int> RunVerbAsync(string[] args, CancellationToken ct) =>
        args switch
        {
            ["render", .. var rest] => await RenderCommand.RunAsync(rest, ct),
            ["check", .. var rest] => await CheckCommand.RunAsync(rest, ct),
            ["lint", .. var rest] => await LintCommand.RunAsync(rest, ct),
            ["route", .. var rest] => await RouteCommand.RunAsync(rest, ct),
            ["forecast", .. var rest] => await ForecastCommand.RunAsync(rest, ct),
            ["drill", .. var rest] => await DrillCommand.RunAsync(rest, ct),
            _ when args.Contains("--help", StringComparer.Ordinal) || args is ["help", ..] => Say(
                Console.Out,
                Usage,
                0
            ),
            ["web" or "worker", ..] => await RunRolesAsync(args, ct),
            ["migrate"] => await MigrateAsync(json: null, ct),
            ["migrate", "--json", var json] => await MigrateAsync(json, ct),
            ["migrate", ..] => Wrong("migrate takes --json FILE and nothing else."),
            [var odd, ..] => Wrong($"'{odd}' is not a verb."),
            [] => Wrong("No verb is given."),
        };

    private static int Wrong(string what) =>
        Say(
            Console.Error,
            $"{what} There are web, worker, migrate, render, check, lint, route, forecast and drill; --help tells more.",
            WrongUsage
        );

    private static int Say(TextWriter to, string text, int exit)
    {
        to.WriteLine(text);
        return exit;
    }

    private static async Task<int> RunRolesAsync(string[] words, CancellationToken ct)
    {
        var roles = words.TakeWhile(static word => word is "web" or "worker").ToArray();
        return words[roles.Length..] switch
        {
            [] => await Roles.RunAsync(roles, static _ => Task.CompletedTask, ct),
            ["--json", var json] => await Roles.RunAsync(
                roles,
                up => TellAsync(json, JsonSerializer.Serialize(up, JsonSerializerOptions.Web), ct),
                ct
            ),
            ["--json"] => Wrong("--json wants a FILE, or - for standard output."),
            [var odd, ..] => Wrong($"'{odd}' is not a role."),
        };
    }

    private static async Task<int> MigrateAsync(string? json, CancellationToken ct)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        try
        {
            await using var database = NpgsqlDataSource.Create(settings.DatabaseConnection());
            var applied = await Migrator.MigrateAsync(database, ct);
            await Console.Error.WriteLineAsync(
                applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}."
            );
            await TellAsync(json, JsonSerializer.Serialize(new { schema = 1, applied }), ct);
            return 0;
        }
        catch (NpgsqlException problem)
        {
            return Say(Console.Error, $"The database could not be brought up to date: {problem.Message}", Failed);
        }
    }

    private static async Task TellAsync(string? json, string text, CancellationToken ct)
    {
        if (json == "-")
        {
            await Console.Out.WriteLineAsync(text.AsMemory(), ct);
        }
        else if (json is not null)
        {
            await File.WriteAllTextAsync(json, text, ct);
        }
    }

    // What the operator has to set needs one line, not a stack.
    private static string? Settings(Exception problem) =>
        problem switch
        {
            OptionsValidationException wrong => string.Join(" ", wrong.Failures),
            MissingSettingException missing => missing.Message,
            AggregateException several when several.InnerExceptions.All(static inner => Settings(inner) is not null) =>
                string.Join(" ", several.InnerExceptions.Select(Settings)),
            _ => null,
        };
}
