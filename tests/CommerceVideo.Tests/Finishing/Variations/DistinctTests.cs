using CommerceVideo.Finishing.Variations;

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
        Assert.InRange(refused.Distance, 0, FilmPrint.Near);
        Assert.InRange(distinct.Nearest, FilmPrint.Near, 10);
    }

    [Fact]
    public void A_distance_is_the_same_both_ways_and_none_to_itself()
    {
        var (one, two) = (Print(1), Print(2));

        Assert.Equal(one.DistanceTo(two), two.DistanceTo(one), 9);
        Assert.Equal(0, one.DistanceTo(one));
    }

    [Fact]
    public void A_pale_film_is_told_from_another_by_the_little_contrast_it_has()
    {
        var (strong, pale) = (Print(1).DistanceTo(Print(2)), Print(1, depth: 0.2).DistanceTo(Print(2, depth: 0.2)));

        Assert.InRange(pale / strong, 0.8, 1.2);
    }

    private static FilmPrint Print(int seed, double depth = 1, int noise = 0)
    {
        var (picture, grain) = (new Random(seed), new Random(99));
        return new FilmPrint([
            .. Enumerable
                .Range(0, FilmPrint.Count)
                .Select(_ =>
                    Enumerable
                        .Range(0, FilmPrint.Width * FilmPrint.Height)
                        .Select(_ => (byte)(128 + (depth * picture.Next(-100, 101)) + grain.Next(-noise, noise + 1)))
                        .ToArray()
                ),
        ]);
    }
}
