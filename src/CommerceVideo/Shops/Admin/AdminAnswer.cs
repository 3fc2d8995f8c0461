using System.Text.Json;

namespace CommerceVideo.Shops.Admin;

/// <summary>Shopify's envelope round every GraphQL answer.</summary>
internal sealed record AdminAnswer<TData>(TData? Data, IReadOnlyList<AdminError>? Errors, AdminExtensions? Extensions);

internal sealed record AdminError(string Message, AdminErrorExtensions? Extensions);

internal sealed record AdminErrorExtensions(string? Code);

internal sealed record AdminExtensions(AdminCost? Cost);

internal sealed record AdminCost(double RequestedQueryCost, AdminThrottle? ThrottleStatus);

internal sealed record AdminThrottle(double MaximumAvailable, double CurrentlyAvailable, double RestoreRate);

/// <summary>What every mutation tells about its input.</summary>
internal sealed record UserError(IReadOnlyList<string>? Field, string Message, string? Code);
