using CommerceVideo.Routing;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;
using Microsoft.Extensions.Configuration;

namespace CommerceVideo.Tests.Routing;

/// <summary>The register as it is shipped, held against the product's own table of what each model is best for.</summary>
public sealed class ShippedRegisterTests
{
    [Theory]
    [InlineData("sora-2", "hero")]
    [InlineData("kling-3.0", "page")]
    [InlineData("kling-3.0", "lifestyle")]
    [InlineData("runway-gen4.5", "isolation")]
    [InlineData("runway-gen4-turbo", "isolation")]
    [InlineData("pika-2.2", "social")]
    public void The_table_is_in_the_register_wherever_its_model_is(string model, string use)
    {
        var known = Register().Find(model);

        Assert.True(
            known is null || known.BestFor.Contains(use),
            $"{model} says nothing of {use}: BestFor is missing."
        );
    }

    [Fact]
    public void Every_arena_score_is_of_the_one_board() =>
        Assert.All(
            Register().All.Where(static model => model.Arena is not null),
            static model => Assert.Equal(ArenaPrior.Board, model.Arena!.Board)
        );

    private static ModelRegister Register()
    {
        var options = new ModelsOptions();
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .Build()
            .GetSection(ModelsOptions.Section)
            .Bind(options);
        return ModelRegister.Of(options, StudioCard.Model);
    }
}
