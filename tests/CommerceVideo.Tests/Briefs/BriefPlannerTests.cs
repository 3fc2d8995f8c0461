using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Tests.Briefs;

public sealed class BriefPlannerTests
{
    private static readonly AspectRatio[] PageRatios =
    [
        new(1, 1),
        new(4, 5),
        new(3, 4),
        new(2, 3),
        new(9, 16),
        new(4, 3),
        new(16, 9),
    ];

    private static readonly ProductFacts Dress = new("Linen summer dress", "Dresses", null, []);

    private static readonly PictureFacts OnModel = new(
        1200,
        1600,
        GroundKind.Scene,
        MaskKind.Scene,
        0.5,
        0.3,
        new PixelBox(300, 200, 500, 1200),
        Person: true
    );

    private static readonly ShotCast Cast = new([new CastMember(Guid.NewGuid(), CastKind.Person, "Tall", ["front"])]);

    private static readonly PictureFacts Packshot = OnModel with
    {
        Ground = GroundKind.Plain,
        Mask = MaskKind.PlainGround,
        Confidence = 0.9,
        Person = false,
    };

    [Fact]
    public void A_page_video_is_one_loop_of_five_to_eight_seconds_in_the_shape_of_the_photo()
    {
        var shot = Assert.Single(Plan(Use.Page, Dress, OnModel).Shots);

        Assert.True(shot.Loop);
        Assert.InRange(shot.Seconds, 5, 8);
        Assert.Equal(new AspectRatio(3, 4), shot.Ratio);
    }

    [Fact]
    public void A_social_video_is_cut_from_several_moves_and_is_twelve_to_fifteen_seconds()
    {
        var brief = Plan(Use.Social, Dress, OnModel);

        Assert.InRange(brief.Seconds, 12, 15);
        Assert.True(brief.Shots.Select(shot => shot.Move).Distinct().Count() >= 3);
        Assert.All(brief.Films[0], shot => Assert.Equal(new AspectRatio(9, 16), shot.Ratio));
        Assert.Equal(brief.Shots.Count, brief.Shots.Select(shot => shot.Name).Distinct().Count());
    }

    [Fact]
    public void A_social_video_is_filmed_again_for_the_feed_shot_by_shot()
    {
        var films = Plan(Use.Social, Dress, Packshot).Films;

        Assert.Equal(2, films.Count);
        Assert.All(films[1], shot => Assert.Equal(new AspectRatio(4, 5), shot.Ratio));
        Assert.Equal(films[0].Select(shot => shot.Name), films[1].Select(shot => shot.Reframes));
        Assert.Equal(
            films[0].Select(shot => (shot.Move, shot.Seconds, shot.Intent)),
            films[1].Select(shot => (shot.Move, shot.Seconds, shot.Intent))
        );
    }

    [Theory]
    [InlineData(Use.Page)]
    [InlineData(Use.Social)]
    [InlineData(Use.Hero)]
    public void A_product_that_cannot_be_told_from_its_scene_is_never_lifted_or_lit_alone(Use use) =>
        Assert.DoesNotContain(
            Plan(use, Dress, OnModel).Shots,
            shot => shot.Move is ShotMove.LiftOff or ShotMove.LightSweep
        );

    [Fact]
    public void A_packshot_is_lifted_off_its_ground() =>
        Assert.Equal(ShotMove.LiftOff, Plan(Use.Page, Dress, Packshot).Shots[0].Move);

    [Fact]
    public void A_faint_edge_is_not_trusted_with_a_lift() =>
        Assert.Equal(ShotMove.PushIn, Plan(Use.Page, Dress, Packshot with { Confidence = 0.3 }).Shots[0].Move);

    [Fact]
    public void Isolation_from_a_scene_says_what_photo_would_do()
    {
        var outcome = BriefPlanner.Plan(Use.Isolation, Dress, OnModel, PageRatios);

        Assert.Equal("product_not_separable", Assert.IsType<BriefOutcome.NotPossible>(outcome).Code);
    }

    [Fact]
    public void A_walk_is_planned_only_where_a_person_is()
    {
        Assert.Equal(ShotMove.Walk, Plan(Use.Lifestyle, Dress, OnModel).Shots[0].Move);
        Assert.IsType<BriefOutcome.NotPossible>(
            BriefPlanner.Plan(Use.Lifestyle, Dress, OnModel with { Person = null }, PageRatios)
        );
    }

    [Fact]
    public void All_parts_of_a_walk_carry_the_same_casting_and_what_shows_no_person_carries_none()
    {
        var walk = BriefPlanner.Plan(Use.Lifestyle, Dress, OnModel, PageRatios, new FilmLengths(8, 15), Cast);
        var social = BriefPlanner.Plan(Use.Social, Dress, OnModel, PageRatios, cast: Cast);
        var hero = BriefPlanner.Plan(Use.Hero, Dress, OnModel, PageRatios, new FilmLengths(30, 12), Cast);

        Assert.Equal([Cast, Cast, Cast], Shots(walk).Select(static shot => shot.Cast));
        Assert.All(Shots(social), static shot => Assert.Null(shot.Cast));
        Assert.All(Shots(hero), static shot => Assert.Equal(Cast, shot.Cast));

        static IReadOnlyList<Shot> Shots(BriefOutcome outcome) =>
            Assert.IsType<BriefOutcome.Planned>(outcome).Brief.Shots;
    }

    [Fact]
    public void A_place_alone_is_nobody_to_show()
    {
        var place = new ShotCast([new CastMember(Guid.NewGuid(), CastKind.Place, "A loft", ["loft"])]);

        var outcome = BriefPlanner.Plan(Use.Lifestyle, Dress, Packshot, PageRatios, cast: place);

        Assert.Equal("no_person", Assert.IsType<BriefOutcome.NotPossible>(outcome).Code);
    }

    [Fact]
    public void A_casting_reference_gives_a_scene_that_starts_from_references()
    {
        var outcome = BriefPlanner.Plan(Use.Lifestyle, Dress, Packshot, PageRatios, cast: Cast);

        var shot = Assert.Single(Assert.IsType<BriefOutcome.Planned>(outcome).Brief.Shots);
        Assert.Equal((ShotStart.References, ShotMove.Scene, Cast), (shot.Start, shot.Move, shot.Cast));
    }

    [Theory]
    [InlineData(1600, 1067, "4:3")]
    [InlineData(1000, 1000, "1:1")]
    [InlineData(220, 1956, "9:16")]
    [InlineData(2400, 260, "16:9")]
    [InlineData(1080, 1350, "4:5")]
    public void The_page_takes_the_shape_nearest_to_the_photo(int width, int height, string ratio) =>
        Assert.Equal(
            AspectRatio.Parse(ratio),
            BriefPlanner.NearestRatio(OnModel with { Width = width, Height = height }, PageRatios)
        );

    private static Brief Plan(Use use, ProductFacts product, PictureFacts picture) =>
        Assert.IsType<BriefOutcome.Planned>(BriefPlanner.Plan(use, product, picture, PageRatios)).Brief;
}
