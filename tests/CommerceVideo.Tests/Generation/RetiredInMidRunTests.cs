using System.Globalization;
using CommerceVideo.Generation;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Generation;

public sealed class RetiredInMidRunTests
{
    [Fact]
    public async Task A_model_that_ends_between_plan_and_sending_is_not_called_and_the_next_one_makes_it()
    {
        var ground = new GenerationGround();
        var end = TimeProvider.System.GetUtcNow().AddDays(2);
        ground.More[$"Models:Versions:{GenerationGround.First}:Retired"] = end.ToString(
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
        await ground.InitializeAsync();
        try
        {
            var brief = await ground.BriefAsync();
            await ground.LiveUntilAsync(brief, AttemptState.Planned);
            await ground.LeapAsync(TimeSpan.FromDays(3));

            await ground.LiveAsync();

            var attempts = await ground.AttemptsAsync(brief);
            Assert.Equal(
                (GenerationGround.First, AttemptState.Failed, FailureKind.Retired, 0),
                (attempts[0].Model, attempts[0].State, attempts[0].Failure, attempts[0].Sends)
            );
            Assert.Equal(AttemptState.Collected, attempts[^1].State);
            Assert.DoesNotContain(await ground.JobsAsync(brief), static job => job.Model == GenerationGround.First);
        }
        finally
        {
            await ground.DisposeAsync();
        }
    }
}
