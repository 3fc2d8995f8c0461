using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Luma;

namespace CommerceVideo.Tests.VideoModels.Luma;

public sealed class LumaKeyTests
{
    [Theory]
    [InlineData("luma-api-a", "luma-api-a", "luma-api-a")]
    [InlineData("luma-b", "luma-b", "luma-b")]
    [InlineData("luma-api-a,luma-b", "luma-api-a", "luma-b")]
    [InlineData("luma-b , luma-api-a", "luma-api-a", "luma-b")]
    public void Each_platform_gets_its_own_key_and_one_alone_goes_to_both(string given, string agents, string legacy)
    {
        var key = new ProviderKey(given);

        Assert.Equal((agents, legacy), (LumaKey.For(key, agents: true), LumaKey.For(key, agents: false)));
    }
}
