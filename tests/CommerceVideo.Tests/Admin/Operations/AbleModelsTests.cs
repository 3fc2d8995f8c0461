using CommerceVideo.Admin.Operations;
using CommerceVideo.Briefs;
using CommerceVideo.VideoModels;
using static CommerceVideo.Tests.Routing.Catalogue;

namespace CommerceVideo.Tests.Admin.Operations;

public sealed class AbleModelsTests
{
    [Fact]
    public void A_model_that_cannot_film_the_move_cannot_be_asked_for_it()
    {
        var still = With("wan-2.7", static one => one with { Model = one.Model with { Moves = [ShotMove.PushIn] } });

        Assert.Equal([true, false], Able("wan-2.7", Shot(), Shot() with { Move = ShotMove.Walk }));

        bool[] Able(string model, params Shot[] shots) =>
            [
                .. shots.Select(shot =>
                    AbleModels.CanMake(still.Single(one => one.Model.Id == model), still, Use.Page, [shot], Now)
                ),
            ];
    }

    [Fact]
    public void All_shots_of_the_video_count_not_only_the_first()
    {
        var still = With("wan-2.7", static one => one with { Model = one.Model with { Moves = [ShotMove.PushIn] } });
        var one = still.Single(static standing => standing.Model.Id == "wan-2.7");

        Assert.False(AbleModels.CanMake(one, still, Use.Social, [Shot(), Shot() with { Move = ShotMove.Scene }], Now));
    }

    [Fact]
    public void Whoever_is_not_at_hand_cannot_be_asked()
    {
        var all = With("kling-3.0", static one => one with { Connected = false });

        Assert.False(AbleModels.CanMake(all.Single(one => one.Model.Id == "kling-3.0"), all, Use.Page, [Shot()], Now));
    }
}
