using CommerceVideo.Sandbox.Setup;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Sandbox.Headless;

/// <summary><c>./start --headless</c>: the main job from photos to files, without anyone.</summary>
internal static class HeadlessCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct)
    {
        if (args.Contains("--help", StringComparer.Ordinal))
        {
            await Console.Out.WriteLineAsync(HeadlessOptions.Help);
            return Commands.Ok;
        }
        var options = HeadlessOptions.Parse(args);
        var json = new JsonOutput(options.Json);
        await Machine.PrepareAsync(Checkout.Root, Needs.ToRun, Console.Error, ct);
        using var folders = HeadlessFolders.Make(options.Out);
        var samples =
            options.Photos.Count > 0
                ? options.Photos.Select(SampleProduct.FromPhoto).ToList()
                : await StoreSamples.WriteAsync(Checkout.Root, Path.Combine(folders.Data, "samples"), ct);
        var launch = new LaunchOptions
        {
            Root = Checkout.Root,
            Data = folders.Data,
            Now = options.Now,
            Settings = options.ToSettings(),
            Throwaway = true,
            Providers = options.Models.StandIns,
        };
        var outcome = await new HeadlessRun(options, launch, folders.Out, Console.Error).RunAsync(
            SampleProduct.Take(samples, options.Products),
            ct
        );
        folders.Keep = folders.Keep || outcome.Exit != Commands.Ok;
        await json.WriteAsync(outcome.ToJson(), ct);
        await Console.Error.WriteLineAsync($"{outcome.Summary}; files are in {folders.Out}{folders.Note}");
        return outcome.Exit;
    }
}
