using System.Net;
using System.Net.Sockets;

namespace CommerceVideo.Platform.Outbound;

/// <summary>Which addresses may be fetched when somebody else chose them: https and public, nothing of ours.</summary>
public static class ForeignAddress
{
    /// <summary>Null when the address may be asked at all; else why not.</summary>
    public static string? Refusal(Uri address, bool allowLoopback) =>
        !address.IsAbsoluteUri ? "The address is not complete."
        : address.UserInfo.Length > 0 ? "The address carries a user name."
        : address.Scheme == Uri.UriSchemeHttps ? null
        : address.Scheme == Uri.UriSchemeHttp && allowLoopback && address.IsLoopback ? null
        : $"Only https is fetched, not {address.Scheme}.";

    /// <summary>A host that resolves to this may be connected to.</summary>
    public static bool MayConnect(IPAddress address, bool allowLoopback)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return allowLoopback;
        }

        return plain.AddressFamily == AddressFamily.InterNetwork ? IsPublicV4(plain) : IsPublicV6(plain);
    }

    private static bool IsPublicV4(IPAddress address)
    {
        var b = address.GetAddressBytes();
        return !(
            b[0] is 0 or 10 or 127
            || b[0] >= 224
            || (b[0] == 100 && b[1] is >= 64 and < 128)
            // Azure's host agent, which has a public-looking address.
            || (b[0] == 168 && b[1] == 63 && b[2] == 129 && b[3] == 16)
            || (b[0] == 169 && b[1] == 254)
            || (b[0] == 172 && b[1] is >= 16 and < 32)
            || (b[0] == 192 && b[1] == 168)
            || (b[0] == 192 && b[1] == 0 && b[2] is 0 or 2)
            || (b[0] == 192 && b[1] == 88 && b[2] == 99)
            || (b[0] == 198 && b[1] is 18 or 19)
            || (b[0] == 198 && b[1] == 51 && b[2] == 100)
            || (b[0] == 203 && b[1] == 0 && b[2] == 113)
        );
    }

    private static bool IsPublicV6(IPAddress address)
    {
        var b = address.GetAddressBytes();

        // Global unicast only (so no NAT64), less the ranges for documentation, protocols (2001::/23, with Teredo) and 6to4.
        return (b[0] & 0xE0) == 0x20
            && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0D && b[3] == 0xB8)
            && !(b[0] == 0x20 && b[1] == 0x01 && b[2] <= 1)
            && !(b[0] == 0x20 && b[1] == 0x02)
            && !(b[0] == 0x3F && b[1] == 0xFF && b[2] < 0x10);
    }
}
