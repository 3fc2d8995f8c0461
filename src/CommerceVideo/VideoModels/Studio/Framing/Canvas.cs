using System.Numerics;
using CommerceVideo.Media;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>The size of a Clip in pixels.</summary>
internal readonly record struct Canvas(int Width, int Height)
{
    /// <summary>Short sides from full size down; below 540 only where no channel sets a floor.</summary>
    private static readonly int[] ShortSides = [1080, 900, 810, 720, 540, 480, 400, 360];

    private const int SocialFloor = 540;

    private const int CoarsestStep = 40;

    /// <summary>The sizes of a ratio, largest first, even on both sides.</summary>
    public static IReadOnlyList<Canvas> Ladder(AspectRatio ratio, bool followsPicture)
    {
        var small = followsPicture && ratio.Value is > 0.6 and < 1.7;
        return [.. ShortSides.Where(side => small || side >= SocialFloor).Select(side => Of(ratio, side))];
    }

    /// <summary>Rehearsals are rendered smaller, never larger.</summary>
    public Canvas Scaled(double scale) =>
        scale >= 1 ? this : new Canvas(Math.Max(16, Even(Width * scale)), Math.Max(16, Even(Height * scale)));

    /// <summary>At most the given short side, and exactly the ratio where whole even numbers near it allow.</summary>
    private static Canvas Of(AspectRatio ratio, int shortSide)
    {
        var common = (int)BigInteger.GreatestCommonDivisor(ratio.Width, ratio.Height);
        var unit = 2 * Math.Min(ratio.Width, ratio.Height) / common;
        // Down to whole steps, but never below the floor that channels set.
        var whole = (shortSide == SocialFloor ? shortSide + unit - 1 : shortSide) / unit * unit;
        var side = unit <= CoarsestStep ? whole : shortSide;
        return ratio.Value <= 1
            ? new Canvas(side, Even(side / ratio.Value))
            : new Canvas(Even(side * ratio.Value), side);
    }

    private static int Even(double length) => (int)Math.Round(length / 2) * 2;
}
