using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Admin.Verify;

/// <summary>Lets an address ask so often and no more: what anybody may open, somebody will try to walk through.</summary>
internal sealed class VerifyLimit(IOptions<VerifyOptions> options) : IDisposable
{
    private const int Ipv6Prefix = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, string>(
        address =>
            RateLimitPartition.GetFixedWindowLimiter(
                Caller(address),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.PerMinute, Window = Window }
            )
    );

    public static async ValueTask<object?> AskAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        var limit = http.RequestServices.GetRequiredService<VerifyLimit>();
        using var lease = limit._limiter.AttemptAcquire(http.Connection.RemoteIpAddress ?? IPAddress.None);
        if (lease.IsAcquired)
        {
            return await next(context);
        }

        http.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return VerifyPage.Result(http, VerifyAnswer.TooOften);
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>One household has one IPv4 address, or one network of IPv6.</summary>
    private static string Caller(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6Prefix))
        : address.ToString();
}
