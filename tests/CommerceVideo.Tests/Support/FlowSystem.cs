using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CommerceVideo.Admin.Operations;
using CommerceVideo.Platform.Database;
using CommerceVideo.Sandbox.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CommerceVideo.Tests.Support;

/// <summary>The whole road with nothing replaced: a database, the local store, and the app opened once by its merchant.</summary>
internal sealed class FlowSystem : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly HttpClient _http = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cv-flow-");
    private readonly TestDatabase _database;
    private FlowProgram? _storeProgram;
    private FlowProgram? _web;
    private IHost? _inside;
    private Dictionary<string, string> _settings = [];

    private FlowSystem(TestDatabase database)
    {
        _database = database;
        Rows = NpgsqlDataSource.Create(database.ConnectionString);
    }

    public Addresses Addresses { get; private set; } = null!;

    public StoreControl Store { get; private set; } = null!;

    public NpgsqlDataSource Rows { get; }

    /// <summary>The worker where it is a program of its own and runs.</summary>
    public FlowProgram? Worker { get; private set; }

    public static async Task<FlowSystem> StartAsync(FlowOptions? options = null)
    {
        var system = new FlowSystem(await TestDatabase.CreateAsync(MigrateAsync));
        try
        {
            await system.BringUpAsync(options ?? FlowOptions.Quick);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public async Task StartWorkerAsync() =>
        Worker = await FlowProgram.StartAsync("worker", _settings, _folder.FullName);

    /// <summary>The instant death of the worker, as by the system's out-of-memory killer.</summary>
    public async Task KillWorkerAsync()
    {
        await Worker!.KillAsync();
        await Worker.DisposeAsync();
        Worker = null;
    }

    /// <summary>In a storm the store never stops sending.</summary>
    private const int MostLooks = 5;

    public async Task<FlowView> LookAsync()
    {
        // The store is read on both sides of the report: what it says before may be older than work that the report calls
        // done, and what it sends between the two is work that the report has not seen.
        for (var look = 1; ; look++)
        {
            var before = await Store.StateAsync();
            var report = await ReportAsync();
            var store = await Store.StateAsync();
            if (store.Sent == before.Sent || look == MostLooks)
            {
                return new FlowView(store, report);
            }
        }
    }

    private async Task<SystemReport> ReportAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Addresses.Report);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FlowSettings.Operations);
        using var reply = await _http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        return (await reply.Content.ReadFromJsonAsync<SystemReport>(ReportJson.Options))!;
    }

    /// <summary>Looks until it is so; a test that waits in vain says how things stood.</summary>
    public async Task<FlowView> UntilAsync(Func<FlowView, bool> isSo, params string[] concerning)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var view = await LookAsync();
            if (isSo(view))
            {
                return view;
            }

            if (Stopwatch.GetElapsedTime(since) > Limit)
            {
                Assert.Fail(
                    $"Not so within {Limit}.\n{string.Join('\n', concerning.Select(view.Tell))}\n{await OpenWorkAsync()}\n{Worker?.Tail}"
                );
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Waits until nobody has anything more to do and these products have come to an end.</summary>
    public Task<FlowView> SettledAsync(params string[] products) =>
        UntilAsync(view => view.IsSettled && products.All(view.IsFinal), products);

    public async Task<byte[]> FetchAsync(Uri address) => await _http.GetByteArrayAsync(address);

    public async Task<T> AskAsync<T>(string sql, params object[] values)
    {
        await using var command = Rows.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_inside is not null)
        {
            await _inside.StopAsync();
            _inside.Dispose();
        }

        foreach (var program in new[] { Worker, _web, _storeProgram }.OfType<FlowProgram>())
        {
            await program.DisposeAsync();
        }

        _http.Dispose();
        await Rows.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task BringUpAsync(FlowOptions options)
    {
        var app = new Uri($"http://127.0.0.1:{LoopbackPort.Any()}/");
        _storeProgram = await FlowProgram.StartAsync(
            "store",
            FlowSettings.ForStore(options, _folder.FullName, app),
            _folder.FullName
        );
        Addresses = new Addresses(await _storeProgram.AddressAsync(), app);
        Store = new StoreControl(_http, Addresses.Store);
        _settings = FlowSettings.ForApp(options, _folder.FullName, Addresses, _database.ConnectionString);
        if (options.Apart)
        {
            _web = await FlowProgram.StartAsync("web", _settings, _folder.FullName);
            await StartWorkerAsync();
        }
        else
        {
            _inside = Roles.Build(web: true, worker: true, Configure);
            await _inside.StartAsync();
        }

        await Poll.UntilAsync(IsAnsweringAsync);
        using var opened = await _http.GetAsync(Addresses.OpenApp);
        opened.EnsureSuccessStatusCode();
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(
            _settings.Select(static one =>
                KeyValuePair.Create(one.Key.Replace("__", ":", StringComparison.Ordinal), (string?)one.Value)
            )
        );
        builder.WebHost.UseUrls(Addresses.App.AbsoluteUri);
        builder.Logging.ClearProviders();
    }

    private async Task<bool> IsAnsweringAsync()
    {
        try
        {
            using var reply = await _http.GetAsync(Addresses.Health);
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<string> OpenWorkAsync()
    {
        await using var command = Rows.CreateCommand(
            "select coalesce(string_agg(kind || ' ' || key || ' ' || state || ' ' || attempts || ' ' || coalesce(reason, ''), E'\\n'), 'no open work') from work"
        );
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await Migrator.MigrateAsync(database, CancellationToken.None);
    }
}
