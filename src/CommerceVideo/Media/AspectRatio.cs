using System.Globalization;

namespace CommerceVideo.Media;

/// <summary>Width to height in whole numbers, as placements name it: 4:5, 9:16, 1:1.</summary>
public readonly record struct AspectRatio(int Width, int Height)
{
    public double Value => (double)Width / Height;

    public static AspectRatio Parse(string text)
    {
        var parts = text.Split(':');
        return
            parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && width > 0
            && height > 0
            ? new AspectRatio(width, height)
            : throw new FormatException($"'{text}' is not a ratio such as 4:5.");
    }

    public override string ToString() => $"{Width}:{Height}";
}
