using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>One run: bring the system up, add the products, wait, bring the files home, look whether the store agrees.</summary>
internal sealed class HeadlessRun(HeadlessOptions options, LaunchOptions launch, string folder, TextWriter says)
{
    public async Task<HeadlessOutcome> RunAsync(IReadOnlyList<SampleProduct> samples, CancellationToken ct)
    {
        var since = launch.Time.GetTimestamp();
        await says.WriteLineAsync("starting");
        await using var system = await new Launcher(launch, says).StartAsync(ct);
        await says.WriteLineAsync($"the store is at {system.Addresses.Store}");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var work = WorkAsync(system, samples, ended.Token);
        var broken = system.BrokenAsync(ended.Token);
        try
        {
            if (await Task.WhenAny(work, broken) == broken || (work.IsFaulted && await ComesSoonAsync(broken)))
            {
                throw new LaunchException(await broken);
            }
            return await work with { Seconds = Math.Round(launch.Time.GetElapsedTime(since).TotalSeconds, 1) };
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(work, broken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    // A part that dies breaks the conversation with it a moment before its end is known.
    private async Task<bool> ComesSoonAsync(Task broken) =>
        await Task.WhenAny(broken, Task.Delay(TimeSpan.FromSeconds(2), launch.Time)) == broken;

    private async Task<HeadlessOutcome> WorkAsync(
        RunningSystem system,
        IReadOnlyList<SampleProduct> samples,
        CancellationToken ct
    )
    {
        using var http = new HttpClient();
        var store = new StoreClient(http, system.Addresses);
        var app = new AppClient(http, system.Addresses, system.OperationsKey);
        var products = new List<AddedProduct>();
        foreach (var sample in samples)
        {
            products.Add(new AddedProduct(await store.AddAsync(sample, ct), sample));
        }
        var waiting = new Waiting(app, store, products, says, launch.Time);
        var report = await waiting.UntilDoneAsync(Waiting.LimitFor(products.Count), ct);
        if (options.Models.StandIns)
        {
            report = await CompareAsync(app, products[0], waiting, report, ct);
        }
        var state = await store.StateAsync(ct);
        var bills = Bill.Compare((state["providers"]?.AsArray() ?? []).OfType<JsonObject>(), report.Spend);
        var outcome = new HeadlessOutcome(folder, report.Deliveries, system.Count(), bills);
        await ConcludeAsync(outcome, products, report, state, new Harvest(app, folder), ct);
        return outcome;
    }

    /// <summary>The first product's first kind of video again, by every model that can make it and did not yet.</summary>
    private async Task<AppReport> CompareAsync(
        AppClient app,
        AddedProduct product,
        Waiting waiting,
        AppReport report,
        CancellationToken ct
    )
    {
        var told = report.Of(product.Id);
        var made = ProductProgress
            .Videos(told ?? [])
            .Where(video => $"{video["purpose"]}" == options.Purposes[0])
            .Select(video => $"{video["model"]}")
            .ToHashSet(StringComparer.Ordinal);
        var able = await app.ModelsAsync($"{told?["id"]}", options.Purposes[0], ct);
        var models = able.Where(model => !made.Contains(model)).ToList();
        await says.WriteLineAsync($"asking {models.Count} more models: {string.Join(", ", models)}");
        foreach (var model in models)
        {
            await app.RegenerateAsync($"{told?["id"]}", options.Purposes[0], model, ct);
        }
        return await waiting.UntilDoneAsync(Waiting.LimitFor(models.Count), ct);
    }

    private async Task ConcludeAsync(
        HeadlessOutcome outcome,
        List<AddedProduct> products,
        AppReport report,
        JsonObject state,
        Harvest harvest,
        CancellationToken ct
    )
    {
        foreach (var (product, number) in products.Select((product, at) => (product, at + 1)))
        {
            var told = report.Of(product.Id);
            var complaints = new List<string>();
            if (Verdict.Complaint(told, options.Purposes) is { } complaint)
            {
                complaints.Add(complaint);
            }
            if (told is not null)
            {
                complaints.AddRange(Verdict.StoreComplaints(product.Id, told, state));
                complaints.AddRange(await harvest.BringAsync(number, product.Sample, told, ct));
            }
            await outcome.AddAsync(product, told, complaints, says);
            foreach (var line in told is null ? [] : ColourTable.Of(told))
            {
                await says.WriteLineAsync(line);
            }
        }
        foreach (var wrong in outcome.Bills.Select(bill => bill.Complaint).OfType<string>())
        {
            await says.WriteLineAsync(wrong);
        }
    }
}
