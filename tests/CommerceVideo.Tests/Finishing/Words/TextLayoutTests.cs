using CommerceVideo.Channels;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;

namespace CommerceVideo.Tests.Finishing.Words;

public sealed class TextLayoutTests
{
    private static readonly FrameSize Upright = new(1080, 1920);

    public static TheoryData<string, string> Everywhere()
    {
        var all = new TheoryData<string, string>();
        string[] texts =
        [
            "Soft linen, made to last",
            "قميص كتان ناعم يدوم طويلا",
            "柔らかいリネン、長く着られる一枚。",
            "Leinen",
        ];
        foreach (var placement in Placements.All.Where(static placement => placement.Words.Allowed.Value))
        {
            foreach (var text in texts)
            {
                all.Add(placement.Id, text);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Words_stand_inside_what_every_shape_of_a_placement_leaves_free(string id, string text)
    {
        var placement = Placements.Get(id);
        foreach (var shape in placement.Shapes.Value)
        {
            foreach (var place in Enum.GetValues<TextPlace>())
            {
                var (frame, zone) = (shape.Aim, placement.SafeZone.Value);

                var laid = TextLayout.Place(Block(text, place), frame, zone, placement.Words, Widths(text));

                Assert.NotNull(laid);
                var box = laid.Box;
                Assert.True(box.X >= zone.Left * frame.Width && box.Y >= zone.Top * frame.Height, $"{shape} {laid}");
                Assert.True(box.X + box.Width <= (1 - zone.Right) * frame.Width, $"{shape} {laid}");
                Assert.True(box.Y + box.Height <= (1 - zone.Bottom) * frame.Height, $"{shape} {laid}");
                Assert.Equal(0, (box.X | box.Y | box.Width | box.Height) & 1);
                Assert.All(laid.Lines, line => Assert.InRange(line.Y, box.Y, box.Y + box.Height - line.Height));
                var unit = Math.Min(frame.Width, frame.Height) / 1080.0;
                Assert.All(laid.Lines, line => Assert.True(line.Height >= placement.Words.SmallestHeight.Value * unit));
            }
        }
    }

    [Fact]
    public void The_house_rectangle_clears_every_upright_feed()
    {
        string[] feeds = ["meta.reels", "tiktok.feed", "youtube.shorts", "pinterest.standard", "snapchat.single-video"];
        var zone = feeds.Select(static id => Placements.Get(id).SafeZone.Value).Aggregate(static (a, b) => a.And(b));

        var laid = TextLayout.Place(Block("Soft linen", TextPlace.Top), Upright, zone, Words, Widths("Soft linen"))!;

        Assert.InRange(laid.Box.X, 65, 885);
        Assert.InRange(laid.Box.Y, 288, 1248);
    }

    [Fact]
    public void Words_from_the_right_end_at_the_right_edge_of_what_is_free()
    {
        const string Text = "قميص كتان";

        var laid = TextLayout.Place(Block(Text, TextPlace.Top), Upright, SafeZone.None, Words, Widths(Text))!;

        Assert.Equal(1080, laid.Box.X + laid.Box.Width);
        Assert.All(laid.Lines, line => Assert.True(line.FromRight && line.X > laid.Box.X + (laid.Box.Width / 2)));
    }

    [Fact]
    public void Long_words_are_made_smaller_until_they_fit_and_are_left_out_when_they_never_do()
    {
        const string Long = "Donaudampfschifffahrt";
        var zone = new SafeZone(0, 0, 0.1, 0.1);

        var small = TextLayout.Place(Block(Long, TextPlace.Top), Upright, zone, Words, Widths(Long))!;

        Assert.InRange(small.Lines[0].Height, 52, 63);
        Assert.Null(
            TextLayout.Place(Block($"{Long}{Long}", TextPlace.Top), Upright, zone, Words, Widths($"{Long}{Long}"))
        );
    }

    [Fact]
    public void Two_lines_are_about_equally_wide()
    {
        const string Text = "A dress for every evening of this summer";

        var laid = TextLayout.Place(Block(Text, TextPlace.Top), Upright, SafeZone.None, Words, Widths(Text))!;

        Assert.Equal(["A dress for every", "evening of this summer"], laid.Lines.Select(static line => line.Text));
    }

    [Fact]
    public void Signs_without_spaces_break_between_them_and_keep_their_punctuation() =>
        Assert.Equal(
            ["長", "く", "着", "る。", "「麻", "布」", "Linen"],
            TextBreaks.Of("長く着る。「麻布」 Linen").Select(static piece => piece.Text)
        );

    private static WordRules Words => HouseRules.Words;

    private static TextBlock Block(string text, TextPlace place) =>
        new("hook", place, [new TextRun(text, 104, 52)], 0, 3);

    /// <summary>Every letter six tenths of a line wide.</summary>
    private static TextWidths Widths(string text) =>
        new(
            TextBreaks
                .Of(text)
                .Select(static piece => piece.Text)
                .Distinct()
                .ToDictionary(static piece => piece, static piece => 0.6 * piece.Length, StringComparer.Ordinal),
            0.3
        );
}
