using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Keys;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.VideoModels.ComfyUi;

public sealed class ComfyUiSetUpTests
{
    [Fact]
    public void Without_an_address_nobody_can_use_it_not_even_with_a_key()
    {
        using var ground = new AdapterGround(new Dictionary<string, string?>());

        var card = ground.Card("comfyui");

        Assert.False(card.CanBeUsedWith(null));
        Assert.False(card.CanBeUsedWith(new ProviderKey("any")));
    }

    [Fact]
    public void With_an_address_it_needs_no_key()
    {
        using var ground = new AdapterGround(
            new Dictionary<string, string?> { ["VideoModels:ComfyUi:BaseAddress"] = "http://127.0.0.1:8188" }
        );

        Assert.True(ground.Card("comfyui").CanBeUsedWith(null));
    }

    [Fact]
    public void A_cloud_provider_is_set_up_from_the_start_and_wants_a_key()
    {
        var card = new ProviderCard("kling", "Kling", NeedsKey: true, Key: null);

        Assert.False(card.CanBeUsedWith(null));
        Assert.True(card.CanBeUsedWith(new ProviderKey("any")));
    }

    [Fact]
    public void A_workflow_that_is_not_there_stops_the_start()
    {
        using var ground = new AdapterGround(
            new Dictionary<string, string?> { ["VideoModels:ComfyUi:Workflow"] = "/none/such.json" }
        );

        var stopped = Assert.Throws<OptionsValidationException>(() => ground.Card("comfyui"));

        Assert.Contains("VideoModels:ComfyUi:Workflow: there is no file", stopped.Message, StringComparison.Ordinal);
    }
}
