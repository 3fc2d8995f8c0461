using CommerceVideo.Shops;

namespace CommerceVideo.Tests.Shops;

public sealed class ShopDomainTests
{
    [Theory]
    [InlineData("dev-atelier.myshopify.com", true)]
    [InlineData("1a.myshopify.com", true)]
    [InlineData("-a.myshopify.com", false)]
    [InlineData(".myshopify.com", false)]
    [InlineData("a.b.myshopify.com", false)]
    [InlineData("a.myshopify.com.evil.example", false)]
    [InlineData("a.myshopify.com\n", false)]
    [InlineData("evil.example/a.myshopify.com", false)]
    [InlineData("evil.example#a.myshopify.com", false)]
    [InlineData("аtelier.myshopify.com", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_permanent_form_is_a_shop(string? domain, bool valid) =>
        Assert.Equal(valid, ShopDomain.IsValid(domain));

    [Fact]
    public void A_name_longer_than_a_host_may_be_is_none() =>
        Assert.False(ShopDomain.IsValid($"{new string('a', 250)}.myshopify.com"));
}
