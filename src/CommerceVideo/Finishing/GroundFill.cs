using System.Globalization;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing;

/// <summary>The brand's ground, for what a film does not fill of a frame: one colour, or from one at the head to one at the foot.</summary>
public readonly record struct GroundFill(Rgb Head, Rgb Foot)
{
    /// <summary>Small, because it is smooth; wide enough for any filter.</summary>
    private const int Width = 16;

    private const int Height = 128;

    /// <returns>Null where the film's own edges are carried on.</returns>
    public static GroundFill? Of(KitContent kit) =>
        kit is { Ground.Kind: GroundStyle.Plain or GroundStyle.Gradient, Palette.Ground: { } head }
        && Rgb.Parse(head) is { } first
        && Rgb.Parse(kit.Ground.Kind == GroundStyle.Gradient ? kit.Ground.To ?? head : head) is { } last
            ? new GroundFill(first, last)
            : null;

    /// <summary>What a kit asks for that is not made, for a person; null for nothing.</summary>
    public static string? Unmade(KitContent kit) =>
        kit.Ground is null or { Kind: GroundStyle.Blurred } || Of(kit) is not null ? null
        : kit.Ground.Kind == GroundStyle.Image
            ? "The brand's ground picture is not shown on films yet: their own edges are carried on."
        : "The brand's ground has no colour (palette.ground): the film's own edges are carried on.";

    /// <summary>Filters that make a whole frame of this ground out of any frame, in its own codes (BT.709, limited range).</summary>
    public string Filters(int width, int height)
    {
        var (head, foot) = (Codes(Head), Codes(Foot));
        var painted =
            Head == Foot
                ? $"lutyuv=y={head.Luma}:u={head.Blue}:v={head.Red}"
                : $"geq=lum='{Between(head.Luma, foot.Luma)}':cb='{Between(head.Blue, foot.Blue)}':cr='{Between(head.Red, foot.Red)}'";
        return $"scale={Width}:{Height}:flags=neighbor,{painted},scale={width}:{height}:flags=bilinear";
    }

    private static string Between(int head, int foot) =>
        string.Create(CultureInfo.InvariantCulture, $"{head}+({foot - head})*(Y+0.5)/H");

    private static (int Luma, int Blue, int Red) Codes(Rgb colour)
    {
        var luma = (0.2126 * colour.Red) + (0.7152 * colour.Green) + (0.0722 * colour.Blue);
        return (
            (int)Math.Round(16 + (luma * 219 / 255)),
            (int)Math.Round(128 + ((colour.Blue - luma) / 1.8556 * 224 / 255)),
            (int)Math.Round(128 + ((colour.Red - luma) / 1.5748 * 224 / 255))
        );
    }
}
