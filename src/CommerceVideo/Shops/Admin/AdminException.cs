namespace CommerceVideo.Shops.Admin;

public enum AdminFailure
{
    Unknown,

    /// <summary>The request itself is wrong: a defect of ours.</summary>
    BadRequest,
    Forbidden,
    NotInstalled,
    ShopFrozen,
    ShopGone,
    Throttled,

    /// <summary>It may or may not have been carried out.</summary>
    Unclear,
}

/// <summary>A shop's Admin API said no, or not now.</summary>
public sealed class AdminException(AdminFailure failure, string message, TimeSpan? wait = null) : Exception(message)
{
    public AdminFailure Failure { get; } = failure;

    /// <summary>With <see cref="AdminFailure.Throttled"/>: how long Shopify asks to wait.</summary>
    public TimeSpan? Wait { get; } = wait;
}
