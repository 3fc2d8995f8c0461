using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.Tests.VideoModels;

public sealed class ProviderCircuitTests
{
    [Fact]
    public async Task A_provider_that_failed_often_is_left_alone_for_a_moment_and_then_offered_again_though_nobody_tried()
    {
        var clock = new HandClock();
        var circuit = new ProviderCircuits(clock).Of("kling");
        for (var call = 0; call < 10 && !circuit.IsOpen; call++)
        {
            await circuit.Pipeline.ExecuteAsync(static _ =>
                ValueTask.FromResult<ProviderAnswer>(new ProviderAnswer.Lost("reset"))
            );
        }

        Assert.True(circuit.IsOpen);
        clock.Move(TimeSpan.FromSeconds(31));
        Assert.False(circuit.IsOpen);
    }
}
