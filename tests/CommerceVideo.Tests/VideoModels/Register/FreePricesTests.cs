using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Tests.VideoModels.Register;

public sealed class FreePricesTests
{
    [Theory]
    [InlineData("kling", 0, true)]
    [InlineData("kling", 0.01, false)]
    [InlineData("comfyui", 0, false)]
    public void Only_who_sends_no_bills_may_cost_nothing(string provider, double price, bool broken)
    {
        var options = new ModelsOptions();
        var version = new ModelsOptions.VersionOptions { Provider = provider };
        version.Sizes["720p"] = new ModelsOptions.SizeOptions { PerSecond = (decimal)price };
        options.Versions["one"] = version;

        Assert.Equal(broken, FreePrices.Broken(options, ["kling", "wan"]).Any());
    }
}
