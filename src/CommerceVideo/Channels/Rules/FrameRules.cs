using CommerceVideo.Media;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Rules;

/// <summary>The frame as it is shown: shape, size, and nothing left to the player.</summary>
internal static class FrameRules
{
    private static readonly Sourced<string> Even = new("even", Confidence.House, "4:2:0 colour has one sample for two");

    private static readonly Sourced<bool> Square = new(
        true,
        Confidence.ThirdParty,
        "https://audiencex.com/creative-specifications/snapchat/"
    );

    private static readonly Sourced<int> Upright = new(0, Confidence.Unconfirmed, "players differ in what they do");

    public static void Judge(RuleBook book, PictureStream picture, Placement placement)
    {
        var shown = picture.Shown;
        JudgeRatio(book, shown, placement);
        if (placement.Nearest(shown.Ratio).Minimum is { } minimum)
        {
            var held = shown.Width >= minimum.Value.Width && shown.Height >= minimum.Value.Height;
            book.Ask("minimumSize", minimum, held, shown.ToString(), minimum.Value.ToString());
        }

        if (placement.LongestSide is { } longest)
        {
            book.Ask("maximumSize", longest, Math.Max(shown.Width, shown.Height) <= longest.Value, shown.ToString());
        }

        var even = picture.Size.Width % 2 == 0 && picture.Size.Height % 2 == 0;
        book.Ask("evenSize", Even, even, picture.Size.ToString());
        book.Ask("squarePixels", Square, picture.SquarePixels, picture.SquarePixels);
        book.Ask("rotation", Upright, picture.Rotation == 0, picture.Rotation);
    }

    private static void JudgeRatio(RuleBook book, FrameSize shown, Placement placement)
    {
        var ratio = Math.Round(shown.Ratio, 4);
        if (placement.AnyRatio is { } between)
        {
            var (narrowest, widest) = between.Value;
            var limit = FormattableString.Invariant($"wider than {narrowest}, narrower than {widest}");
            book.Ask("ratio", between, shown.Ratio > narrowest && shown.Ratio < widest, ratio, limit);
            return;
        }

        var off = Math.Abs(shown.Ratio / placement.Nearest(shown.Ratio).Ratio.Value - 1);
        var named = string.Join(", ", placement.Ratios);
        book.Ask("ratio", placement.Shapes, off <= HouseRules.RatioTolerance, ratio, named);
    }
}
