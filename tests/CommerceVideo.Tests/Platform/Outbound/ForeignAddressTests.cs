using System.Net;
using CommerceVideo.Platform.Outbound;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Platform.Outbound;

public sealed class ForeignAddressTests
{
    [Theory]
    [InlineData("https://cdn.shopify.com/s/files/1/a.jpg")]
    [InlineData("https://localhost/a")]
    public void Any_https_address_may_be_asked_and_is_judged_again_when_it_resolves(string address) =>
        Assert.Null(ForeignAddress.Refusal(new Uri(address), allowLoopback: false));

    [Theory]
    [InlineData("http://cdn.shopify.com/a.jpg")]
    [InlineData("http://localhost:4300/a.jpg")]
    [InlineData("http://127.0.0.1/a.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://cdn.shopify.com/a.jpg")]
    [InlineData("gopher://127.0.0.1:6379/_")]
    [InlineData("data:text/plain,hello")]
    [InlineData("https://user:word@cdn.shopify.com/a.jpg")]
    [InlineData("https://cdn.shopify.com@10.0.0.1/a.jpg")]
    public void Anything_else_is_not(string address) =>
        Assert.NotEmpty(ForeignAddress.Refusal(new Uri(address), allowLoopback: false) ?? "");

    [Fact]
    public void A_path_alone_is_not() =>
        Assert.NotNull(ForeignAddress.Refusal(new Uri("/a.jpg", UriKind.Relative), allowLoopback: true));

    [Theory]
    [InlineData("http://127.0.0.1:4300/a.jpg", true)]
    [InlineData("http://localhost:4300/a.jpg", true)]
    [InlineData("http://[::1]:4300/a.jpg", true)]
    [InlineData("http://localhost.attacker.example/a.jpg", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    [InlineData("http://cdn.shopify.com/a.jpg", false)]
    public void The_sandbox_may_use_plain_http_on_this_machine_only(string address, bool allowed) =>
        Assert.Equal(allowed, ForeignAddress.Refusal(new Uri(address), allowLoopback: true) is null);

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("23.227.38.33")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("2606:4700::6810:1")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("::ffff:8.8.8.8")]
    public void A_public_address_may_be_connected_to(string address) =>
        Assert.True(ForeignAddress.MayConnect(IPAddress.Parse(address), allowLoopback: false));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::7f00:1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:10::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a00:1::")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Nothing_of_ours_may_be_connected_to(string address) =>
        Assert.False(ForeignAddress.MayConnect(IPAddress.Parse(address), allowLoopback: false));

    [Fact]
    public void Writing_an_IPv4_address_as_IPv6_changes_no_verdict() =>
        Prop.ForAll<uint, bool>(
                (bits, loopback) =>
                {
                    var plain = new IPAddress(BitConverter.GetBytes(bits));
                    return ForeignAddress.MayConnect(plain, loopback)
                        == ForeignAddress.MayConnect(plain.MapToIPv6(), loopback);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Leave_for_this_machine_is_no_leave_for_its_network()
    {
        Assert.True(ForeignAddress.MayConnect(IPAddress.Loopback, allowLoopback: true));
        Assert.True(ForeignAddress.MayConnect(IPAddress.IPv6Loopback, allowLoopback: true));
        Assert.False(ForeignAddress.MayConnect(IPAddress.Parse("10.0.0.1"), allowLoopback: true));
        Assert.False(ForeignAddress.MayConnect(IPAddress.Parse("169.254.169.254"), allowLoopback: true));
    }
}
