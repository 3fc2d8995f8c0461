using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Tests.VideoModels.Studio;

public sealed class PossibleMoveTests
{
    [Theory]
    [InlineData(GroundKind.Plain)]
    [InlineData(GroundKind.Graded)]
    [InlineData(GroundKind.Transparent)]
    public void A_sure_cut_on_open_ground_can_be_lifted(GroundKind ground) =>
        Assert.Equal(
            new PossibleMove(ShotMove.LiftOff, null),
            PossibleMove.Of(Drawn.Study(ground: ground), ShotMove.LiftOff)
        );

    [Fact]
    public void In_a_scene_the_camera_moves_instead_and_says_why()
    {
        var possible = PossibleMove.Of(Drawn.Study(ground: GroundKind.Scene), ShotMove.LiftOff);

        Assert.Equal(ShotMove.PushIn, possible.Move);
        Assert.Contains("plain ground", possible.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unsure_outline_is_neither_lifted_nor_lit()
    {
        var study = Drawn.Study(confidence: 0.2);

        Assert.Contains("outline", PossibleMove.Of(study, ShotMove.LiftOff).Warning, StringComparison.Ordinal);
        Assert.NotNull(PossibleMove.Of(study, ShotMove.LightSweep).Warning);
        Assert.Null(PossibleMove.Of(study, ShotMove.PushIn).Warning);
    }

    [Fact]
    public void A_product_that_runs_out_of_the_picture_is_not_lifted()
    {
        var study = Drawn.Study(product: new PixelBox(60, 80, 120, 240));

        Assert.Contains("cuts it off", PossibleMove.Of(study, ShotMove.LiftOff).Warning, StringComparison.Ordinal);
    }
}
