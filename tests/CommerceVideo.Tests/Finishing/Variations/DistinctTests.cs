using CommerceVideo.Finishing.Variations;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class DistinctTests
{
    [Fact]
    public void A_film_that_shows_what_another_shows_is_refused_with_the_name_of_that_one()
    {
        var films = new[] { ("a", Print(1)), ("a again", Print(1, noise: 2)), ("b", Print(2)), ("c", Print(3)) };

        var distinct = Distinct.Of(films, 2);

        Assert.Equal(["a", "b"], distinct.Kept);
        var refused = Assert.Single(distinct.Refused);
        Assert.Equal(("a again", "a"), (refused.Name, refused.Of));
        Assert.InRange(refused.Distance.Whole, 0, FilmPrint.Near);
        Assert.InRange(distinct.Nearest, FilmPrint.Near, 1);
    }

    [Fact]
    public void A_distance_is_the_same_both_ways_and_none_to_itself()
    {
        var (one, two) = (Print(1), Print(2));

        Assert.Equal(one.DistanceTo(two).Whole, two.DistanceTo(one).Whole, 9);
        Assert.Equal(0, one.DistanceTo(one).Whole);
    }

    [Fact]
    public void Words_where_the_other_has_none_count_and_the_same_words_do_not()
    {
        var hook = new FrameShare(0.1, 0.1, 0.5, 0.1);
        var (bare, written) = (Print(1), Print(1) with { Written = [hook] });

        Assert.Equal(1, bare.DistanceTo(written).Words);
        Assert.Equal(0, written.DistanceTo(written).Words);
        Assert.Equal(0, bare.DistanceTo(Print(2)).Words);
    }

    /// <summary>Large patches, as pictures have them: what is finer than a cell is busyness and no place.</summary>
    private static FilmPrint Print(int seed, int noise = 0)
    {
        var (patches, grain) = (new Random(seed), new Random(99));
        var tones = Enumerable.Range(0, 3 * 4).Select(_ => patches.Next(20, 230)).ToArray();
        var yuv = new byte[LookedPicture.Width * LookedPicture.Height * 3];
        Array.Fill(yuv, (byte)128);
        for (var at = 0; at < LookedPicture.Width * LookedPicture.Height; at++)
        {
            var (x, y) = (at % LookedPicture.Width, at / LookedPicture.Width);
            yuv[at] = (byte)(tones[(y / 32 * 3) + (x / 24)] + grain.Next(-noise, noise + 1));
        }

        return new FilmPrint([.. Enumerable.Repeat(new LookedPicture(yuv), 8)], []);
    }
}
