namespace CommerceVideo.Sandbox.Headless;

internal static class HeadlessCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct) =>
        Task.FromResult(args.Count + (ct.IsCancellationRequested ? 1 : 0));
}
