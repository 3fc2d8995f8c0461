using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;
using CommerceVideo.Tests.Media.Video;

namespace CommerceVideo.Tests.Finishing.Words;

public sealed class TextDrawingTests : IDisposable
{
    private static readonly FrameSize Frame = new(900, 120);

    private readonly TinyVideo _files = new();

    private readonly TextDrawing _drawing = new(TinyVideo.Ffmpeg);

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("Soft linen")]
    [InlineData("קמיץ פשתן")]
    [InlineData("قميص كتان")]
    [InlineData("Мягкий лён")]
    [InlineData("Price {50% off} \\N now")]
    public async Task What_is_measured_is_what_is_drawn(string text)
    {
        var block = new TextBlock("hook", TextPlace.Top, [new TextRun(text, 60, 60)], 0, 1);
        var widths = await new TextMeasuring(_drawing).MeasureAsync(WordKit.Plain, [block], _files.Folder, default);

        var mask = Assert.Single(await DrawAsync(text));

        var columns = Enumerable.Range(0, Frame.Width).Where(x => Column(mask, x)).ToList();
        var measured = widths.Of(TextBreaks.Of(text)) * 60;
        Assert.InRange((columns[^1] - columns[0] + 1) / measured, 0.88, 1.05);
        Assert.InRange(Enumerable.Range(0, Frame.Height).Count(y => Row(mask, y)), 20, 70);
    }

    [Fact]
    public async Task Letters_that_join_are_not_those_that_stand_alone()
    {
        var joined = Assert.Single(await DrawAsync("ببب"));
        var apart = Assert.Single(await DrawAsync("ب ب ب"));

        Assert.True(Ink(joined) < Ink(apart) * 0.95, "three letters in a word share their strokes");
    }

    [Fact]
    public async Task Each_picture_holds_its_own_words()
    {
        var masks = await _drawing.DrawAsync(
            WordKit.Plain,
            Frame,
            [
                [Line("one")],
                [],
                [Line("three")],
            ],
            _files.Folder,
            default
        );

        Assert.Equal([true, false, true], masks.Select(static mask => Ink(mask) > 0));
    }

    [Fact]
    public async Task A_folder_with_odd_signs_in_its_name_does_no_harm()
    {
        var odd = Directory.CreateDirectory(_files["it's 50%, a:b;[c]"]).FullName;

        var masks = await _drawing.DrawAsync(
            WordKit.Plain,
            Frame,
            [
                [Line("one")],
            ],
            odd,
            default
        );

        Assert.True(Ink(Assert.Single(masks)) > 0);
    }

    [Fact]
    public void What_a_merchant_writes_is_never_a_command() =>
        Assert.Equal("\\{\\\u2060fs900\\}big \\\u2060N now", AssScript.Escaped("{\\fs900}big \\N now"));

    private Task<IReadOnlyList<byte[]>> DrawAsync(string text) =>
        _drawing.DrawAsync(
            WordKit.Plain,
            Frame,
            [
                [Line(text)],
            ],
            _files.Folder,
            default
        );

    private static LaidLine Line(string text) =>
        new(text, TextBreaks.FromRight(text) ? 890 : 10, 20, 60, TextBreaks.FromRight(text), Struck: false);

    private static bool Column(byte[] mask, int x) =>
        Enumerable.Range(0, Frame.Height).Any(y => mask[(y * Frame.Width) + x] > 40);

    private static bool Row(byte[] mask, int y) =>
        mask.AsSpan(y * Frame.Width, Frame.Width).ContainsAnyExceptInRange((byte)0, (byte)40);

    private static double Ink(byte[] mask) => mask.Average(static value => value / 255.0);
}
