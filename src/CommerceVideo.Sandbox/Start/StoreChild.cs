using CommerceVideo.Sandbox.Children;

namespace CommerceVideo.Sandbox.Start;

/// <summary>The local store: it says on one line where it answers.</summary>
internal static class StoreChild
{
    private const int UsualPort = 4210;

    public static async Task<(Child Child, Uri Address)> StartAsync(
        LaunchOptions options,
        Keys keys,
        Uri app,
        ProviderAddresses? providers,
        CancellationToken ct
    )
    {
        var port = options.UsualPorts ? LoopbackPort.Prefer(UsualPort) : 0;
        try
        {
            return await StartOnAsync(port, options, keys, app, providers, ct);
        }
        catch (LaunchException) when (port != 0 && LoopbackPort.Prefer(port) != port)
        {
            // Someone took it between the look and the start.
            return await StartOnAsync(0, options, keys, app, providers, ct);
        }
    }

    private static async Task<(Child Child, Uri Address)> StartOnAsync(
        int port,
        LaunchOptions options,
        Keys keys,
        Uri app,
        ProviderAddresses? providers,
        CancellationToken ct
    )
    {
        var answers = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var child = await Child.StartAsync(
            new ChildDescription(
                "store",
                options.Store.Program,
                options.Store.Arguments,
                Settings.ForStore(options, keys, app, providers, port),
                options.Log("store")
            ),
            line =>
            {
                if (ReadyLine.AddressIn(line) is { } address)
                {
                    answers.TrySetResult(address);
                }
            }
        );
        try
        {
            await Ready.ByAsync("store", answers.Task, child, ct);
            return (child, await answers.Task);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }
}
