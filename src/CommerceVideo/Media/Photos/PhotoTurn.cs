using System.Runtime.InteropServices;

namespace CommerceVideo.Media.Photos;

/// <summary>Turns pixels upright by EXIF's eight orientations.</summary>
internal static class PhotoTurn
{
    private const int FirstOnItsSide = 5;

    public static Photo Upright(Photo photo, int orientation)
    {
        if (orientation is <= 1 or > 8)
        {
            return photo;
        }

        var (start, right, down) = Steps(photo.Width, photo.Height, orientation);
        var lies = orientation >= FirstOnItsSide;
        var width = lies ? photo.Height : photo.Width;
        var height = lies ? photo.Width : photo.Height;
        var turned = new byte[photo.Rgba.Length];
        var from = MemoryMarshal.Cast<byte, uint>(photo.Rgba);
        var to = MemoryMarshal.Cast<byte, uint>(turned.AsSpan());
        for (var y = 0; y < height; y++)
        {
            var at = start + (y * down);
            var row = to.Slice(y * width, width);
            for (var x = 0; x < row.Length; x++, at += right)
            {
                row[x] = from[at];
            }
        }

        return photo with
        {
            Width = width,
            Height = height,
            Rgba = turned,
        };
    }

    /// <summary>Where the upright picture's first pixel lies in the stored one, and what a step right and down is there.</summary>
    private static (int Start, int Right, int Down) Steps(int width, int height, int orientation)
    {
        var lastColumn = width - 1;
        var lastRow = (height - 1) * width;
        return orientation switch
        {
            2 => (lastColumn, -1, width),
            3 => (lastRow + lastColumn, -1, -width),
            4 => (lastRow, 1, -width),
            5 => (0, width, 1),
            6 => (lastRow, -width, 1),
            7 => (lastRow + lastColumn, -width, -1),
            8 => (lastColumn, width, -1),
            _ => (0, 1, width),
        };
    }
}
