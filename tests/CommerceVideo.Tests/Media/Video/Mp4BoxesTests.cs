using CommerceVideo.Media.Video;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Media.Video;

public sealed class Mp4BoxesTests
{
    [Fact]
    public void The_order_of_the_boxes_is_read()
    {
        var layout = Read([.. Box("ftyp", "isom"u8), .. Box("moov", []), .. Box("mdat", [1, 2, 3])]);

        Assert.Equal(["ftyp", "moov", "mdat"], layout.Order);
        Assert.Equal("isom", layout.Brand);
        Assert.True(layout.FastStart);
    }

    [Fact]
    public void A_last_box_that_runs_to_the_end_is_read()
    {
        byte[] open = [0, 0, 0, 0, .. "mdat"u8, 9, 9, 9];

        Assert.False(Read([.. open]).FastStart);
        Assert.Equal(["moov", "mdat"], Read([.. Box("moov", []), .. open]).Order);
    }

    [Fact]
    public void A_box_with_a_long_size_is_passed_over()
    {
        byte[] wide = [0, 0, 0, 1, .. "mdat"u8, 0, 0, 0, 0, 0, 0, 0, 18, 7, 7];

        Assert.Equal(["mdat", "moov"], Read([.. wide, .. Box("moov", [])]).Order);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 9, 255, 255, 255, 255, 0, 1, 0, 0 }, true)]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 4, 0, 0, 1, 0, 0 }, false)]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 }, false)]
    public void An_edit_list_that_opens_with_nothing_is_seen(byte[] list, bool empty) =>
        Assert.Equal(empty, Read(Box("moov", Box("trak", Box("edts", Box("elst", list))))).EmptyEdit);

    [Theory]
    [InlineData("d8fec3d61b0e483c92975828877ec481", true)]
    [InlineData("be7acfcb97a942e89c71999491e3afac", false)]
    public void A_manifest_of_content_credentials_is_seen(string type, bool manifest) =>
        Assert.Equal(
            manifest,
            Read([
                .. Box("ftyp", "isom"u8),
                .. Box("uuid", [.. Convert.FromHexString(type), .. "manifest"u8]),
                .. Box("mdat", [1]),
            ]).Manifest
        );

    [Fact]
    public void No_bytes_make_it_fail() =>
        Prop.ForAll<byte[]>(static bytes =>
                Read([.. Box("ftyp", "qt  "u8), .. Box("moov", bytes), .. bytes]).Order.Count >= 2
            )
            .QuickCheckThrowOnFailure();

    private static Mp4Boxes.Layout Read(byte[] bytes) => Mp4Boxes.Read(new MemoryStream(bytes));

    private static byte[] Box(string name, ReadOnlySpan<byte> body) =>
        [0, 0, 0, (byte)(8 + body.Length), .. name.Select(static letter => (byte)letter), .. body];
}
