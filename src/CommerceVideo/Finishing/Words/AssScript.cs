using System.Globalization;
using System.Text;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing.Words;

/// <summary>
/// Text as an ASS script, which FFmpeg's libass shapes and orders (Arabic joins, Hebrew runs from the right) and whose lines are
/// placed by pixel. Each picture shows for one second of its own. Pure.
/// </summary>
internal static class AssScript
{
    /// <param name="pictures">White lines of text on black, one picture after the other.</param>
    public static string Of(string font, FrameSize size, IReadOnlyList<IReadOnlyList<LaidLine>> pictures)
    {
        var script = new StringBuilder(
            $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {Whole(size.Width)}
            PlayResY: {Whole(size.Height)}
            WrapStyle: 2

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: T,{Plain(font)},72,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,1,0,0,0,100,100,0,0,1,0,0,7,0,0,0,-1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """
        );
        for (var picture = 0; picture < pictures.Count; picture++)
        {
            foreach (var line in pictures[picture])
            {
                script
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"Dialogue: 0,{Second(picture)},{Second(picture + 1)},T,,0,0,0,,"
                    )
                    .Append(
                        CultureInfo.InvariantCulture,
                        $@"{{\an{(line.FromRight ? 9 : 7)}\pos({line.X},{line.Y})\fs{line.Height}"
                    )
                    .Append(line.Struck ? @"\s1}" : "}")
                    .Append(Escaped(line.Text))
                    .Append('\n');
            }
        }

        return script.ToString();
    }

    /// <summary>What a merchant writes is text and never a command: braces open none, backslashes lead to none.</summary>
    internal static string Escaped(string text)
    {
        // A word joiner is not seen, and parts a backslash from the letter that would make it a command.
        const string NoCommand = "\\\u2060";
        return Plain(text)
            .Replace("\\", NoCommand, StringComparison.Ordinal)
            .Replace("{", "\\{", StringComparison.Ordinal)
            .Replace("}", "\\}", StringComparison.Ordinal);
    }

    private static string Plain(string text) =>
        string.Concat(text.Select(static sign => char.IsControl(sign) ? ' ' : sign));

    private static string Second(int second) =>
        TimeSpan.FromSeconds(second).ToString(@"h\:mm\:ss\.ff", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
