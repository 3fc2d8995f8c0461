using CommerceVideo.Media;
using CommerceVideo.Tests.Routing;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Tests.VideoModels.Casting;

public sealed class ReferenceChoiceTests
{
    private static readonly CastMember Person = new(Guid.NewGuid(), CastKind.Person, "Tall", ["p1", "p2", "p3"]);

    private static readonly CastMember Place = new(Guid.NewGuid(), CastKind.Place, "A loft", ["l1", "l2"]);

    private static readonly Shot Walk = Catalogue.Shot() with { Cast = new ShotCast([Person, Place]) };

    private static readonly Shot Scene = Walk with { Start = ShotStart.References };

    [Fact]
    public void Where_all_fit_all_are_sent_and_nothing_is_said()
    {
        var choice = ReferenceChoice.Of(Model(9, 5), Walk);

        Assert.Equal(["p1", "p2", "p3", "l1", "l2"], Pictures(choice));
        Assert.Null(choice.Warning);
    }

    [Fact]
    public void Where_few_fit_each_member_is_shown_before_anybody_is_shown_twice()
    {
        var choice = ReferenceChoice.Of(Model(9, 3), Walk);

        Assert.Equal(["p1", "p2", "l1"], Pictures(choice));
        Assert.Equal(2, choice.Unserved);
        Assert.Contains("3 of the 5", choice.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shot_without_a_first_frame_keeps_a_place_for_the_product() =>
        Assert.Equal(["p1", "l1"], Pictures(ReferenceChoice.Of(Model(3, 0), Scene)));

    [Fact]
    public void Where_frame_and_references_exclude_each_other_the_frame_stays_and_that_is_said()
    {
        var choice = ReferenceChoice.Of(Model(9, 0), Walk);

        Assert.Empty(choice.Sent);
        Assert.Contains("either a first frame or casting pictures", choice.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_refuses_people_is_shown_the_place_alone_and_that_is_said()
    {
        var choice = ReferenceChoice.Of(Model(9, 5) with { TakesPeople = false }, Walk);

        Assert.Equal(["l1", "l2"], Pictures(choice));
        Assert.Contains("real people", choice.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shot_without_a_cast_asks_nothing_of_a_model() =>
        Assert.Equal(ReferenceChoice.None, ReferenceChoice.Of(Model(0, 0), Catalogue.Shot()));

    [Fact]
    public void Two_casts_are_the_same_by_their_pictures_and_words_whatever_their_ids()
    {
        var again = new ShotCast([Person with { Id = Guid.NewGuid() }, Place]);
        var other = new ShotCast([Person with { Pictures = ["p1", "p2", "p4"] }, Place]);

        Assert.Equal(Walk, Walk with { Cast = again });
        Assert.NotEqual(Walk, Walk with { Cast = other });
        Assert.NotEqual($"{Walk}", $"{Walk with { Cast = other }}");
    }

    [Fact]
    public void What_is_made_from_references_has_the_lengths_and_shapes_of_its_own()
    {
        var model = Model(3, 0) with
        {
            Starts = [ShotStart.Picture, ShotStart.References],
            ReferenceLengths = new ModelLengths(8, 8, [8]),
            ReferenceRatios = [new AspectRatio(16, 9), new AspectRatio(9, 16)],
        };

        var (scene, walk) = (Ordering.For(model, Scene)!, Ordering.For(model, Walk)!);

        Assert.Equal((8, new AspectRatio(9, 16)), (scene.Seconds, scene.Ratio));
        Assert.Equal((6, new AspectRatio(4, 5)), (walk.Seconds, walk.Ratio));
    }

    private static VideoModel Model(int references, int besideFrame) =>
        Catalogue.Model("a-model", (3, 3, 3, 3, 3), 0.1m, 3, 10) with
        {
            References = references,
            ReferencesBesideFrame = besideFrame,
        };

    private static string[] Pictures(ReferenceChoice choice) => [.. choice.Sent.Select(static one => one.Picture)];
}
