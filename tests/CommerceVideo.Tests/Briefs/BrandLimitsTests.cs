using CommerceVideo.Brands.Kits;
using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.Tests.Briefs;

public sealed class BrandLimitsTests
{
    private static readonly BrandLimits NoPeople = new([OffLimit.People, OffLimit.OtherProducts], MotionStyle.Usual);

    private static readonly PictureFacts Packshot = new(
        1200,
        1600,
        GroundKind.Plain,
        MaskKind.PlainGround,
        0.9,
        0.3,
        new PixelBox(300, 200, 500, 1200),
        Person: false
    );

    private static readonly PictureFacts OnModel = Packshot with { Person = true };

    [Fact]
    public void Lifestyle_is_planned_without_people_and_that_is_said()
    {
        var planned = Assert.IsType<BriefOutcome.Planned>(Plan(Use.Lifestyle, Packshot, NoPeople));

        var shot = Assert.Single(planned.Brief.Shots);
        Assert.Equal((ShotStart.Picture, ShotMove.Scene), (shot.Start, shot.Move));
        Assert.Null(shot.Cast);
        Assert.Equal("people, other products", shot.Avoid);
        Assert.Contains("without people", Assert.Single(planned.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_of_a_person_gives_no_lifestyle_video_and_says_what_would()
    {
        var no = Assert.IsType<BriefOutcome.NotPossible>(Plan(Use.Lifestyle, OnModel, NoPeople));

        Assert.Equal("people_off_limits", no.Code);
        Assert.Contains("photo of the product alone", no.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_photo_shows_is_never_told_to_be_left_out_but_warned_of()
    {
        var planned = Assert.IsType<BriefOutcome.Planned>(Plan(Use.Page, OnModel, NoPeople));

        Assert.Equal("other products", Assert.Single(planned.Brief.Shots).Avoid);
        Assert.Contains("shows what the photo shows", Assert.Single(planned.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_kit_plans_are_what_they_were()
    {
        var planned = Assert.IsType<BriefOutcome.Planned>(Plan(Use.Social, Packshot, BrandLimits.Of(null)));

        Assert.Empty(planned.Warnings);
        Assert.All(planned.Brief.Shots, static shot => Assert.Null(shot.Avoid));
    }

    [Theory]
    [InlineData(MotionStyle.Usual, ShotMove.LiftOff, 4)]
    [InlineData(MotionStyle.Calm, ShotMove.PullOut, 4)]
    [InlineData(MotionStyle.Lively, ShotMove.LiftOff, 5)]
    public void A_calm_brand_moves_the_camera_only_a_lively_one_cuts_more_often_in_the_same_time(
        MotionStyle motion,
        ShotMove last,
        int shots
    )
    {
        var limits = new BrandLimits([], motion);

        var social = Assert.IsType<BriefOutcome.Planned>(Plan(Use.Social, Packshot, limits)).Brief;

        Assert.Equal((last, shots), (social.Films[0][^1].Move, social.Films[0].Count));
        Assert.Equal(13, social.Seconds, 6);
        var page = Assert.IsType<BriefOutcome.Planned>(Plan(Use.Page, Packshot, limits)).Brief.Shots[0].Move;
        Assert.Equal(motion == MotionStyle.Calm ? ShotMove.PushIn : ShotMove.LiftOff, page);
    }

    [Fact]
    public void A_scene_without_people_is_not_told_as_one_in_which_somebody_uses_the_product()
    {
        var words = PromptWords.None with { Avoid = ["people"] };

        Assert.Equal(
            "The product stands in an everyday place, in natural light",
            ShotSpeech.Action(ShotMove.Scene, words)
        );
    }

    [Fact]
    public void A_shot_keeps_what_it_avoids_and_a_recipe_leaves_it_behind()
    {
        var shots = Assert.IsType<BriefOutcome.Planned>(Plan(Use.Page, Packshot, NoPeople)).Brief.Shots;

        Assert.Equal(shots, ShotJson.Read(ShotJson.Write(shots)));
        Assert.All(CastShots.Without(shots), static shot => Assert.Null(shot.Avoid));
    }

    private static BriefOutcome Plan(Use use, PictureFacts picture, BrandLimits limits) =>
        BriefPlanner.Plan(
            use,
            new ProductFacts("Linen shirt", null, null, []),
            picture,
            [new AspectRatio(3, 4)],
            limits: limits
        );
}
