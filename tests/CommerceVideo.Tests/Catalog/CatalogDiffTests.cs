using CommerceVideo.Catalog;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Catalog;

public sealed class CatalogDiffTests
{
    [Fact]
    public void A_picture_not_seen_before_is_added()
    {
        var changes = CatalogDiff.Compare([Images.Known("1")], [Images.There("1"), Images.There("2")]);

        Assert.Equal("2", Assert.Single(changes.Added).MediaGid);
        Assert.Empty(changes.Read);
        Assert.Empty(changes.Gone);
        Assert.False(changes.Waiting);
    }

    [Fact]
    public void A_picture_that_Shopify_still_works_on_is_added_and_waited_for()
    {
        var changes = CatalogDiff.Compare([], [Images.There("1", RemoteImageState.Processing, address: null)]);

        Assert.Single(changes.Added);
        Assert.Empty(changes.Read);
        Assert.True(changes.Waiting);
    }

    [Fact]
    public void It_is_read_once_Shopify_has_finished()
    {
        var waiting = Images.Known("1", ImageState.New, address: "");

        var changes = CatalogDiff.Compare([waiting], [Images.There("1")]);

        Assert.Same(waiting, Assert.Single(changes.Read));
        Assert.False(changes.Waiting);
    }

    [Theory]
    [InlineData(ImageState.New)]
    [InlineData(ImageState.Accepted)]
    [InlineData(ImageState.Refused)]
    public void A_picture_whose_work_has_started_starts_none_again(ImageState state)
    {
        var changes = CatalogDiff.Compare([Images.Known("1", state)], [Images.There("1")]);

        Assert.Empty(changes.Added);
        Assert.Empty(changes.Read);
        Assert.Empty(changes.Gone);
    }

    [Theory]
    [InlineData(ImageState.Accepted)]
    [InlineData(ImageState.Refused)]
    public void Another_file_under_the_same_id_is_read_again(ImageState state)
    {
        var known = Images.Known("1", state, address: "https://cdn.example/a.jpg?v=1");

        Assert.Single(CatalogDiff.Compare([known], [Images.There("1", address: "https://cdn.example/a.jpg?v=2")]).Read);
        Assert.Single(CatalogDiff.Compare([known], [Images.There("1", address: "https://cdn.example/b.jpg?v=1")]).Read);
        Assert.Empty(
            CatalogDiff.Compare([known], [Images.There("1", address: "https://cdn.example/a.jpg?v=1&signature=x")]).Read
        );
    }

    [Fact]
    public void A_picture_taken_off_is_gone_once()
    {
        var known = new[] { Images.Known("1"), Images.Known("2", ImageState.Gone), Images.Known("3", ImageState.New) };

        var changes = CatalogDiff.Compare(known, []);

        Assert.Equal(["1", "3"], changes.Gone.Select(static image => image.MediaGid));
    }

    [Fact]
    public void A_picture_put_back_is_read_again()
    {
        var gone = Images.Known("1", ImageState.Gone);

        Assert.Same(gone, Assert.Single(CatalogDiff.Compare([gone], [Images.There("1")]).Read));
        Assert.Empty(CatalogDiff.Compare([gone], [Images.There("1", RemoteImageState.Processing)]).Read);
    }

    [Fact]
    public void A_picture_that_Shopify_could_not_read_starts_nothing_and_is_not_waited_for()
    {
        var changes = CatalogDiff.Compare(
            [Images.Known("1", ImageState.New, address: "")],
            [Images.There("1", RemoteImageState.Failed, address: null)]
        );

        Assert.Empty(changes.Read);
        Assert.Empty(changes.Gone);
        Assert.False(changes.Waiting);
    }

    [Fact]
    public void Whatever_there_was_every_picture_there_is_known_after_it_and_every_other_one_is_gone() =>
        Prop.ForAll<byte[], byte[]>(
                (before, now) =>
                {
                    var known = before.Distinct().Select(Known).ToArray();
                    var remote = now.Distinct().Select(static id => Images.There($"{id}")).ToArray();

                    var changes = CatalogDiff.Compare(known, remote);

                    var here = known.Except(changes.Gone).Where(static i => i.State != ImageState.Gone);
                    return here.Select(static i => i.MediaGid)
                        .Concat(changes.Read.Select(static i => i.MediaGid))
                        .Concat(changes.Added.Select(static i => i.MediaGid))
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                        .SequenceEqual(remote.Select(static i => i.MediaGid).Order(StringComparer.Ordinal));
                }
            )
            .QuickCheckThrowOnFailure();

    private static SourceImage Known(byte id) =>
        Images.Known($"{id}", (ImageState)(id % 4), address: id % 8 == 0 ? "" : "https://cdn.example/a.jpg");
}
