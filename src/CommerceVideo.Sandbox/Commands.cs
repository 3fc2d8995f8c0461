using CommerceVideo.Sandbox.Checks;
using CommerceVideo.Sandbox.Headless;
using CommerceVideo.Sandbox.Postgres;
using CommerceVideo.Sandbox.Setup;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Sandbox;

/// <summary>The commands at the root of the checkout, each a verb here. Exits are those every verb of the product shares.</summary>
internal static class Commands
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int NeedsReview = 3;

    private const string Usage =
        "Usage: start [--headless]  test  bench [NAME...]  postgres; each takes --help and --json FILE";

    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new StopSignals();
        try
        {
            return await ChooseAsync(args, stop.Token);
        }
        catch (UsageException wrong)
        {
            return await SayAsync(wrong.Message, WrongUsage);
        }
        catch (SetupException lacking)
        {
            return await SayAsync(lacking.Message, WrongUsage);
        }
        catch (Exception problem) when (problem is LaunchException or NoServerException or HttpRequestException)
        {
            return await SayAsync(problem.Message, Failed);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return Failed;
        }
    }

    private static Task<int> ChooseAsync(string[] args, CancellationToken ct) =>
        args switch
        {
            ["start", .. var rest] when rest.Contains("--headless", StringComparer.Ordinal) => HeadlessCommand.RunAsync(
                rest,
                ct
            ),
            ["start", .. var rest] => StartCommand.RunAsync(rest, ct),
            ["test", .. var rest] => TestCommand.RunAsync(rest, ct),
            ["bench", .. var rest] => BenchCommand.RunAsync(rest, ct),
            ["postgres", .. var rest] => PostgresCommand.RunAsync(rest, ct),
            ["--help" or "help", ..] => HelpAsync(),
            _ => SayAsync(Usage, WrongUsage),
        };

    private static async Task<int> HelpAsync()
    {
        await Console.Out.WriteLineAsync(Usage);
        return Ok;
    }

    private static async Task<int> SayAsync(string text, int exit)
    {
        await Console.Error.WriteLineAsync(text);
        return exit;
    }
}
