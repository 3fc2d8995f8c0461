using CommerceVideo.Sandbox.Children;

namespace CommerceVideo.Sandbox.Start;

/// <summary>The local stand-ins of video model providers: they say on one line where each answers.</summary>
internal static class ProvidersChild
{
    public static async Task<(Child Child, ProviderAddresses Addresses)> StartAsync(
        LaunchOptions options,
        CancellationToken ct
    )
    {
        var answers = new TaskCompletionSource<ProviderAddresses>(TaskCreationOptions.RunContinuationsAsynchronously);
        var child = await Child.StartAsync(
            new ChildDescription(
                "providers",
                options.ProviderStandIns.Program,
                options.ProviderStandIns.Arguments,
                Settings.ForProviders(options),
                options.Log("providers")
            ),
            line =>
            {
                if (ProviderAddresses.In(line) is { } addresses)
                {
                    answers.TrySetResult(addresses);
                }
            }
        );
        try
        {
            await Ready.ByAsync("providers", answers.Task, child, ct);
            return (child, await answers.Task);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }
}
