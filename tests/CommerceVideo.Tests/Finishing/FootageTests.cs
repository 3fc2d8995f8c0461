using CommerceVideo.Briefs;
using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing;

public sealed class FootageTests
{
    private static readonly AspectRatio Upright = new(9, 16);

    private static readonly AspectRatio Feed = new(4, 5);

    private static readonly Brief Brief = new(
        Use.Social,
        [Shot("open"), Shot("close"), Shot("open-4x5", "open"), Shot("close-4x5", "close")]
    );

    [Fact]
    public void Shots_of_one_shape_are_one_film() =>
        Assert.Equal(["9:16 0,1", "4:5 2,3"], Films("open", "close", "open-4x5", "close-4x5"));

    [Fact]
    public void A_shot_that_was_not_filmed_again_is_shown_by_the_clip_of_its_sibling() =>
        Assert.Equal(["9:16 0,1", "4:5 0,2"], Films("open", "close", "close-4x5"));

    [Fact]
    public void A_shape_that_nothing_was_filmed_for_is_no_film() => Assert.Equal(["9:16 0,1"], Films("open", "close"));

    [Fact]
    public void While_the_first_film_lacks_a_clip_there_is_nothing_to_cut() =>
        Assert.Null(Footage.Of(Brief, Clips("open", "open-4x5", "close-4x5")));

    [Fact]
    public void A_take_that_goes_on_stands_where_the_one_before_it_stands()
    {
        var brief = new Brief(
            Use.Lifestyle,
            [Shot("walk"), Shot("walk-2") with { Follows = "walk" }, Shot("walk-3") with { Follows = "walk-2" }]
        );
        var clips = Clips("walk", "walk-2", "walk-3");
        clips["walk"] = clips["walk"] with { Focus = new FrameShare(0.2, 0.1, 0.5, 0.8) };

        var footage = Footage.Of(brief, clips)!;

        Assert.All(footage.Clips, static clip => Assert.Equal(new FrameShare(0.2, 0.1, 0.5, 0.8), clip.Focus));
    }

    private static IEnumerable<string> Films(params string[] filmed)
    {
        var footage = Footage.Of(Brief, Clips(filmed))!;
        Assert.Equal(filmed, footage.Clips.Select(static clip => clip.File));
        return footage.Films.Select(static film => $"{film.Ratio} {string.Join(',', film.Takes)}");
    }

    private static Dictionary<string, Clip> Clips(params string[] names) =>
        names.ToDictionary(static name => name, static name => new Clip(name, 1080, 1920, 30, 3, null, []));

    private static Shot Shot(string name, string? reframes = null) =>
        new(name, ShotStart.Picture, ShotMove.PushIn, 3, reframes is null ? Upright : Feed, false, "", reframes);
}
