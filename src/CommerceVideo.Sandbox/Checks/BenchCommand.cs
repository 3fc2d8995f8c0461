using System.Diagnostics;
using CommerceVideo.Sandbox.Setup;

namespace CommerceVideo.Sandbox.Checks;

/// <summary><c>./bench</c>: builds the benchmark program and hands over to it.</summary>
internal static class BenchCommand
{
    private const string Project = "tests/CommerceVideo.Bench";

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct)
    {
        await Machine.PrepareAsync(Checkout.Root, Needs.ToTest, Console.Error, ct);
        var built = await Tool.RunAsync(
            Checkout.Root,
            "dotnet",
            ["build", Project, "-c", "Release", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"],
            ct
        );
        if (!built.Ok)
        {
            await Console.Error.WriteLineAsync(built.LastLines(40));
            return Commands.Failed;
        }
        var program = Path.Combine(Checkout.Root, Project, "bin/Release/net10.0/CommerceVideo.Bench.dll");
        using var bench = Process.Start(
            new ProcessStartInfo("dotnet", [program, .. args]) { UseShellExecute = false }
        )!;
        await using var end = ct.Register(() => bench.Kill(entireProcessTree: true));
        await bench.WaitForExitAsync(CancellationToken.None);
        return bench.ExitCode;
    }
}
