namespace CommerceVideo;

/// <summary>The verbs of the program: <c>commerce-video VERB [options]</c>. Exits are those every verb shares.</summary>
internal static class Commands
{
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args) =>
        args switch
        {
            ["render", .. var rest] => await Rendering.RenderCommand.RunAsync(rest, CancellationToken.None),
            _ => await UsageAsync(),
        };

    private static async Task<int> UsageAsync()
    {
        await Console.Error.WriteLineAsync("Usage: commerce-video web|worker|migrate|render");
        return WrongUsage;
    }
}
