using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Shops;
using CommerceVideo.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Catalog;

/// <summary>
/// Turns received deliveries into work, many at a time: a thousand updates of one product become one read of it. Each batch is
/// one transaction, so a delivery is handled exactly when its work exists.
/// </summary>
internal sealed partial class DeliveryIntake(
    IServiceScopeFactory scopes,
    Waker waker,
    WorkQueue queue,
    TimeProvider time,
    ILogger<DeliveryIntake> logger
) : BackgroundService
{
    private const int MostAtOnce = 200;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await HandleSomeAsync(stoppingToken) == MostAtOnce) { }

                await waker.WaitAsync(ShopifyWebhooks.Channel, LookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Log.Failed(logger, problem);
                await Task.Delay(LookEvery, time, stoppingToken);
            }
        }
    }

    /// <returns>How many were handled.</returns>
    internal async Task<int> HandleSomeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var received = await db
            .Database.SqlQuery<ReceivedDelivery>(
                $"""
                select id as "Id", shop_domain as "ShopDomain", topic as "Topic", body as "Body" from delivery
                where state = 'received' order by id limit {MostAtOnce} for update skip locked
                """
            )
            .ToListAsync(ct);
        if (received.Count == 0)
        {
            return 0;
        }

        var domains = received.Select(static delivery => delivery.ShopDomain).Distinct().ToArray();
        var shops = await db
            .Shops.Where(shop => domains.Contains(shop.Domain) && shop.UninstalledAt == null)
            .ToDictionaryAsync(static shop => shop.Domain, static shop => shop.Id, StringComparer.Ordinal, ct);
        var decided = received
            .Select(delivery =>
                (delivery, decision: DeliveryHandling.Decide(delivery, shops.ContainsKey(delivery.ShopDomain)))
            )
            .ToArray();

        await MarkAsync(db, decided, ct);
        var work = decided
            .Where(static pair => pair.decision is DeliveryDecision.Sync)
            .Select(pair =>
                SyncProductStep.For(shops[pair.delivery.ShopDomain], ((DeliveryDecision.Sync)pair.decision).Gid)
            )
            .Distinct()
            .ToArray();
        await queue.AddAsync(db, work, ct);
        await transaction.CommitAsync(ct);
        return received.Count;
    }

    private async Task MarkAsync(
        AppDb db,
        (ReceivedDelivery Delivery, DeliveryDecision Decision)[] decided,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        var ids = decided.Select(static pair => pair.Delivery.Id).ToArray();
        var states = decided
            .Select(static pair => pair.Decision is DeliveryDecision.Park ? "parked" : "handled")
            .ToArray();
        var codes = decided.Select(static pair => Reason(pair.Decision).Code).ToArray();
        var texts = decided.Select(static pair => Reason(pair.Decision).Text).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            update delivery set state = done.state, handled_at = {now},
              reason_code = nullif(done.code, ''), reason_text = nullif(done.text, '')
            from unnest({ids}, {states}, {codes}, {texts}) as done (id, state, code, text)
            where delivery.id = done.id
            """,
            ct
        );
    }

    private static (string Code, string Text) Reason(DeliveryDecision decision) =>
        decision switch
        {
            DeliveryDecision.Ignore ignore => (ignore.Code, ignore.Text),
            DeliveryDecision.Park park => (park.Code, park.Text),
            _ => ("", ""),
        };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Deliveries could not be handled; they are kept and tried again")]
        public static partial void Failed(ILogger logger, Exception problem);
    }
}
