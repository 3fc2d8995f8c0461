using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;

namespace CommerceVideo.Sandbox.Start;

/// <summary>One line in the terminal for everything that happens to a product while the system runs.</summary>
internal sealed class Watching(AppClient app, TextWriter says, TimeProvider time)
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>Until cancelled; what was there before the start is not told again.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            for (var first = true; ; first = false)
            {
                await LookAsync(tell: !first, ct);
                await Task.Delay(BetweenQuestions, time, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The run ends.
        }
    }

    private async Task LookAsync(bool tell, CancellationToken ct)
    {
        try
        {
            foreach (var product in (await app.ReportAsync(ct)).Products)
            {
                Note(product, tell);
            }
        }
        catch (HttpRequestException)
        {
            // A web that is down is told by whoever watches its process.
        }
    }

    private void Note(JsonObject product, bool tell)
    {
        var (id, now) = (ProductIds.Number(product["id"]), ProductProgress.Describe(product));
        if (_told.GetValueOrDefault(id) == now)
        {
            return;
        }
        _told[id] = now;
        if (tell)
        {
            says.WriteLine($"{product["title"] ?? id}: {now}");
        }
    }
}
