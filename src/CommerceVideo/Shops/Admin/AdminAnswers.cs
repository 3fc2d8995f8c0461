using System.Net;

namespace CommerceVideo.Shops.Admin;

/// <summary>What an answer means for the caller.</summary>
internal abstract record AdminVerdict
{
    private AdminVerdict() { }

    public sealed record Ok : AdminVerdict;

    public sealed record Wait(TimeSpan For) : AdminVerdict;

    public sealed record Refused(AdminFailure Failure, string Message) : AdminVerdict;
}

/// <summary>Reads answers; pure (shopify.dev, API rate limits and response codes).</summary>
internal static class AdminAnswers
{
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);

    public static AdminVerdict Judge<TData>(AdminAnswer<TData> answer)
        where TData : class =>
        answer.Errors is { Count: > 0 } errors ? Judge(errors[0], answer.Extensions?.Cost)
        : answer.Data is null ? new AdminVerdict.Refused(AdminFailure.Unknown, "Shopify answered without data.")
        : new AdminVerdict.Ok();

    /// <summary>Null when the status leaves it unclear whether the request was carried out.</summary>
    public static AdminException? Refusal(HttpStatusCode status, TimeSpan? retryAfter) =>
        (int)status switch
        {
            401 => new AdminException(AdminFailure.NotInstalled, "Shopify no longer accepts the shop's token."),
            402 => new AdminException(AdminFailure.ShopFrozen, "The shop is frozen until its bill is paid."),
            403 => new AdminException(AdminFailure.Forbidden, "The shop has not allowed this."),
            404 => new AdminException(AdminFailure.ShopGone, "The shop does not exist any more."),
            423 => new AdminException(AdminFailure.ShopFrozen, "The shop is locked."),
            429 => new AdminException(
                AdminFailure.Throttled,
                "Shopify asks to wait.",
                retryAfter ?? TimeSpan.FromSeconds(2)
            ),
            _ => null,
        };

    private static AdminVerdict Judge(AdminError error, AdminCost? cost) =>
        error.Extensions?.Code switch
        {
            "THROTTLED" => new AdminVerdict.Wait(Wait(cost)),
            "ACCESS_DENIED" => new AdminVerdict.Refused(AdminFailure.Forbidden, error.Message),
            "SHOP_INACTIVE" => new AdminVerdict.Refused(AdminFailure.ShopFrozen, error.Message),
            "INTERNAL_SERVER_ERROR" => new AdminVerdict.Refused(AdminFailure.Unclear, error.Message),
            _ => new AdminVerdict.Refused(AdminFailure.BadRequest, error.Message),
        };

    private static TimeSpan Wait(AdminCost? cost) =>
        cost?.ThrottleStatus is { RestoreRate: > 0 } bucket
            ? TimeSpan.FromSeconds(
                Math.Max(0, (cost.RequestedQueryCost - bucket.CurrentlyAvailable) / bucket.RestoreRate)
            ) + Margin
            : TimeSpan.FromSeconds(1);
}
