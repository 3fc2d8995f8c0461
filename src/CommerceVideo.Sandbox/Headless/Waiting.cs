using CommerceVideo.Sandbox.Reports;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>Waits until every product is at an end, telling each change on the way.</summary>
internal sealed class Waiting(
    AppClient app,
    StoreClient store,
    IReadOnlyList<AddedProduct> products,
    TextWriter says,
    TimeProvider time
)
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    public static TimeSpan LimitFor(int products) => TimeSpan.FromMinutes(10 + (5 * products));

    /// <summary>The last report; nothing is left open unless the limit came first.</summary>
    public async Task<AppReport> UntilDoneAsync(TimeSpan limit, CancellationToken ct)
    {
        for (var since = time.GetTimestamp(); ; )
        {
            // The store first: what it sends after this look, the app's report after it cannot have missed.
            var quiet = StoreQuiet.Is(await store.StateAsync(ct));
            var report = await app.ReportAsync(ct);
            Tell(report);
            if ((quiet && IsDone(report)) || time.GetElapsedTime(since) > limit)
            {
                return report;
            }
            await Task.Delay(BetweenQuestions, time, ct);
        }
    }

    private bool IsDone(AppReport report) =>
        report.Idle && products.All(product => ProductProgress.IsFinal(report.Of(product.Id)));

    private void Tell(AppReport report)
    {
        var left = products.Count(product => !ProductProgress.IsFinal(report.Of(product.Id)));
        foreach (var product in products)
        {
            var now = ProductProgress.Describe(report.Of(product.Id));
            if (_told.GetValueOrDefault(product.Id) != now)
            {
                _told[product.Id] = now;
                says.WriteLine($"[{products.Count - left}/{products.Count} done] {product.Sample.Title}: {now}");
            }
        }
    }
}

/// <summary>A sample that is in the store now.</summary>
internal sealed record AddedProduct(string Id, SampleProduct Sample);
