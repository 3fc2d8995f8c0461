using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Tests.Media.Masks;

public sealed class StudyCacheTests
{
    private const int Size = (100 * 4) + 100;

    [Fact]
    public void Many_photos_never_hold_more_than_the_cache_may()
    {
        var cache = new StudyCache(3 * Size);

        for (var i = 0; i < 1000; i++)
        {
            cache.GetOrAdd($"{i}", Study);
            Assert.InRange(cache.Held, 0, 3 * Size);
        }

        Assert.Equal(3 * Size, cache.Held);
    }

    [Fact]
    public void The_photo_used_longest_ago_goes_first()
    {
        var cache = new StudyCache(2 * Size);
        var first = cache.GetOrAdd("first", Study);
        cache.GetOrAdd("second", Study);

        Assert.Same(first, cache.GetOrAdd("first", Study));
        cache.GetOrAdd("third", Study);

        Assert.Same(first, cache.GetOrAdd("first", () => throw new InvalidOperationException("It was thrown out.")));
        Assert.Throws<InvalidOperationException>(() =>
            cache.GetOrAdd("second", () => throw new InvalidOperationException())
        );
    }

    [Fact]
    public void A_photo_larger_than_the_cache_is_studied_and_not_kept()
    {
        var cache = new StudyCache(Size - 1);

        Assert.NotNull(cache.GetOrAdd("large", Study));

        Assert.Equal(0, cache.Held);
    }

    private static PhotoStudy Study()
    {
        var mask = new ProductMask(10, 10, new byte[100], MaskKind.None, new PixelBox(0, 0, 10, 10), 0, 0);
        return new PhotoStudy(
            new Photo(10, 10, new byte[400], false),
            "",
            mask,
            new Ground(GroundKind.Plain, 0, 0, 0, 0),
            null
        );
    }
}
