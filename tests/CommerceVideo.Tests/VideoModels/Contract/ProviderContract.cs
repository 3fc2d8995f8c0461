using System.Text.Json.Nodes;
using CommerceVideo.Media;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.VideoModels.Contract;

/// <summary>
/// What every adapter keeps to, driven against its provider's strict stand-in. A provider's test class inherits it, says what
/// it is called and what its documented failures mean, and adds what is particular.
/// </summary>
public abstract class ProviderContract : IAsyncLifetime
{
    private StandIns _standIns = null!;
    private TimeProvider _time = null!;

    /// <summary>The stand-in's and the adapter's name, e.g. <c>kling</c>.</summary>
    protected abstract string Provider { get; }

    /// <summary>The settings section, e.g. <c>Kling</c>.</summary>
    protected abstract string Section { get; }

    /// <summary>A model of the register that this provider serves.</summary>
    protected abstract string Model { get; }

    /// <summary>
    /// Scripts of the stand-in (video-models.md, section 12) and what each must come to, at submit or at the end; every
    /// FailureKind that the provider's documents lead to is here.
    /// </summary>
    protected abstract IReadOnlyDictionary<string, FailureKind> Failures { get; }

    /// <summary>What a request whose answer was lost comes to, once it can be looked for.</summary>
    protected abstract Type LostAnswerIs { get; }

    /// <summary>What asking to stop a running request comes to.</summary>
    protected abstract CancelOutcome StopIs { get; }

    /// <summary>Settings beside address and key.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>When it is, for the app and for the stand-in; null for this machine's time.</summary>
    protected virtual DateTimeOffset? StartsAt => null;

    /// <summary>What the stand-in lets in.</summary>
    protected virtual string Key => StandIns.Key(Provider);

    private protected StandIns StandIns => _standIns;

    private protected AdapterGround Ground { get; private set; } = null!;

    protected IVideoProvider Adapter => Ground.Providers.Find(Provider)!;

    protected static Shot Shot { get; } =
        new("open", ShotStart.Picture, ShotMove.PushIn, 4, new AspectRatio(9, 16), Loop: false, "Come closer.");

    public async Task InitializeAsync()
    {
        _standIns = await StandIns.StartAsync(Provider, now: StartsAt);
        _time = StartsAt is { } start ? new ShiftedTime(start) : TimeProvider.System;
        Ground = NewGround();
    }

    public async Task DisposeAsync()
    {
        Ground.Dispose();
        await _standIns.DisposeAsync();
    }

    [Fact]
    public async Task A_shot_is_bought_once_and_comes_back_as_a_clip_that_plays()
    {
        var request = await RequestAsync();

        var clip = await ToClipAsync(request);

        Assert.InRange(clip.Seconds, request.Order.Seconds - 0.6, request.Order.Seconds + 0.6);
        Assert.InRange(
            (double)clip.Width / clip.Height,
            request.Order.Ratio.Value * 0.95,
            request.Order.Ratio.Value * 1.05
        );
        var job = Assert.Single(await StandIns.JobsAsync(Provider));
        Assert.Equal(request.Order.Price.Amount, Billed(job));
    }

    [Fact]
    public async Task No_key_is_sent_to_where_files_lie()
    {
        await ToClipAsync(await RequestAsync());

        Assert.Equal(0, (int?)(await StandIns.StateAsync(Provider))["refusedCalls"] ?? 0);
    }

    [Fact]
    public async Task Every_documented_failure_has_its_one_kind()
    {
        var found = new Dictionary<string, FailureKind>(StringComparer.Ordinal);
        foreach (var (script, _) in Failures)
        {
            found[script] = await EndAsync(await RequestAsync(script));
        }

        Assert.Equal(Failures.OrderBy(Script), found.OrderBy(Script));

        static string Script(KeyValuePair<string, FailureKind> one) => one.Key;
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_is_told_for_what_it_is()
    {
        var request = await RequestAsync(key: "not-the-key");

        var failed = Assert.IsType<SubmitOutcome.Failed>(await Adapter.SubmitAsync(request, default));

        Assert.Equal(FailureKind.AuthRejected, failed.Kind);
    }

    [Fact]
    public async Task A_ticket_survives_a_restart()
    {
        var request = await RequestAsync();
        var accepted = await AcceptedAsync(request);

        using var restarted = NewGround();
        var sent = new SentGeneration(request, accepted.Ticket, Now);
        var adapter = restarted.Providers.Find(Provider)!;
        await Poll.UntilAsync(async () => await adapter.CheckAsync(sent, default) is CheckOutcome.Finished);

        Assert.IsType<CollectOutcome.Collected>(await adapter.CollectAsync(sent, restarted.File("clip.mp4"), default));
    }

    [Fact]
    public async Task A_status_that_nobody_knows_is_still_running()
    {
        var request = await RequestAsync("#odd-status #never");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);

        CheckOutcome? seen = null;
        await Poll.UntilAsync(async () =>
            (seen = await Adapter.CheckAsync(sent, default))
                is not (CheckOutcome.Unseen or CheckOutcome.Running { Waiting: true })
        );

        Assert.IsType<CheckOutcome.Running>(seen);
    }

    [Theory]
    [InlineData("#timeout-after")]
    [InlineData("#5xx-after")]
    [InlineData("#malformed")]
    public async Task An_answer_that_is_lost_after_the_job_was_made_leaves_it_unclear_and_is_then_looked_up(
        string script
    )
    {
        var request = await RequestAsync(script);
        var sentAt = Now;

        Assert.IsType<SubmitOutcome.Unclear>(await Adapter.SubmitAsync(request, default));

        Assert.Single(await StandIns.JobsAsync(Provider));
        Assert.IsType(LostAnswerIs, await LookForAsync(new LostGeneration(request, sentAt)));
        Assert.Single(await StandIns.JobsAsync(Provider));
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_has_certainly_taken_nothing()
    {
        await StandIns.TellAsync(Provider, "stop");

        var failed = Assert.IsType<SubmitOutcome.Failed>(await Adapter.SubmitAsync(await RequestAsync(), default));

        Assert.Equal(FailureKind.ProviderDown, failed.Kind);
    }

    [Fact]
    public async Task A_running_request_is_stopped_as_far_as_the_provider_lets_us()
    {
        var request = await RequestAsync("#never");
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        await Poll.UntilAsync(async () =>
            await Adapter.CheckAsync(sent, default) is CheckOutcome.Running { Waiting: false }
        );

        Assert.Equal(StopIs, await Adapter.CancelAsync(sent, default));
    }

    [Fact]
    public async Task What_the_model_cannot_honour_is_said()
    {
        var looping = Shot with { Loop = true };
        var request = await Ground.RequestAsync(Model, looping, Key);

        Assert.Equal(
            !request.Model.Ending,
            request.Order.Warnings.Any(static text => text.Contains("end", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task No_key_stands_in_any_log_line_outcome_or_exception()
    {
        const string marker = "sk-marker-7c1f-do-not-show";
        var said = new List<string>();
        foreach (var script in new[] { null, "#mod-in", "#malformed" })
        {
            var request = await RequestAsync(script, key: marker);
            said.Add($"{request}");
            said.Add($"{await Adapter.SubmitAsync(request, default)}");
            said.Add($"{await Adapter.RecoverAsync(new LostGeneration(request, Now), 0, default)}");
        }

        Assert.DoesNotContain(said.Concat(Ground.Log.All), line => line.Contains(marker, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wish_to_stop_waiting_ends_the_call()
    {
        var request = await RequestAsync("#timeout-after");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Adapter.SubmitAsync(request, stop.Token));
    }

    protected DateTimeOffset Now => _time.GetUtcNow();

    protected Task<GenerationRequest> RequestAsync(string? script = null, string? key = null) =>
        Ground.RequestAsync(Model, Shot, key ?? Key, script);

    protected async Task<SubmitOutcome.Accepted> AcceptedAsync(GenerationRequest request) =>
        Assert.IsType<SubmitOutcome.Accepted>(await Adapter.SubmitAsync(request, default));

    protected async Task<Clip> ToClipAsync(GenerationRequest request)
    {
        var sent = new SentGeneration(request, (await AcceptedAsync(request)).Ticket, Now);
        Assert.IsType<CheckOutcome.Finished>(await EndOfAsync(sent));
        var target = Ground.File($"{request.Generation:N}.mp4");
        return Assert.IsType<CollectOutcome.Collected>(await Adapter.CollectAsync(sent, target, default)).Clip;
    }

    protected async Task<CheckOutcome> EndOfAsync(SentGeneration sent)
    {
        CheckOutcome? end = null;
        await Poll.UntilAsync(async () =>
            (end = await Adapter.CheckAsync(sent, default)) is CheckOutcome.Finished or CheckOutcome.Failed
        );
        return end!;
    }

    /// <summary>Time is the provider's: the stand-in's clock is moved as far as the adapter wants to wait.</summary>
    protected async Task<RecoverOutcome> LookForAsync(LostGeneration lost)
    {
        for (var looks = 0; ; looks++)
        {
            var outcome = await Adapter.RecoverAsync(lost, looks, default);
            if (outcome is not RecoverOutcome.AskAgain again || looks > 10)
            {
                return outcome;
            }

            await StandIns.AdvanceAsync(again.After);
        }
    }

    private async Task<FailureKind> EndAsync(GenerationRequest request) =>
        await Adapter.SubmitAsync(request, default) switch
        {
            SubmitOutcome.Failed failed => failed.Kind,
            SubmitOutcome.Accepted accepted => await EndOfAsync(
                new SentGeneration(request, accepted.Ticket, Now)
            ) switch
            {
                CheckOutcome.Failed failed => failed.Kind,
                var other => throw new InvalidOperationException($"{request.Words.Note} ended in {other}."),
            },
            var other => throw new InvalidOperationException($"{request.Words.Note} led to {other}."),
        };

    private static decimal? Billed(JsonObject job) =>
        job["bill"]?["amount"] is { } amount
            ? decimal.Parse($"{amount}", System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private AdapterGround NewGround() =>
        new(
            new Dictionary<string, string?>(Settings, StringComparer.OrdinalIgnoreCase)
            {
                [$"VideoModels:{Section}:BaseAddress"] = StandIns.Address(Provider).AbsoluteUri,
                [$"VideoModels:{Section}:GiveUpAfter"] = "00:00:01",
            },
            _time
        );
}
