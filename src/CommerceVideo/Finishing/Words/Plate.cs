using CommerceVideo.Media;
using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing.Words;

/// <summary>Plate, logo and letters of one block as one RGBA picture. Pure.</summary>
internal static class Plate
{
    /// <summary>How round its corners are, in parts of its shorter side.</summary>
    private const double Roundness = 0.12;

    /// <param name="mask">Letters of the whole frame.</param>
    /// <param name="logo">RGBA of the logo at the size of <paramref name="logoBox"/>; null for none.</param>
    public static byte[] Paint(
        PixelBox box,
        FrameSize frame,
        byte[] mask,
        Inking inking,
        PixelBox? logoBox,
        byte[]? logo
    )
    {
        var picture = new byte[box.Width * box.Height * 4];
        // What reaches from edge to edge has no corners to see.
        var radius = box.Width == frame.Width ? 0 : Roundness * Math.Min(box.Width, box.Height);
        for (var y = 0; y < box.Height; y++)
        {
            for (var x = 0; x < box.Width; x++)
            {
                var plate = inking.PlateOpacity * Inside(x + 0.5, y + 0.5, box.Width, box.Height, radius);
                Lay(picture, (y * box.Width) + x, inking.Plate, plate);
                var letter = mask[((box.Y + y) * frame.Width) + box.X + x] / 255.0;
                Lay(picture, (y * box.Width) + x, inking.Ink, letter);
            }
        }

        if (logo is not null && logoBox is { } at)
        {
            LayLogo(picture, box, at, logo);
        }

        return picture;
    }

    private static void LayLogo(byte[] picture, PixelBox box, PixelBox at, byte[] logo)
    {
        for (var y = 0; y < at.Height; y++)
        {
            for (var x = 0; x < at.Width; x++)
            {
                var from = ((y * at.Width) + x) * 4;
                var to = ((at.Y - box.Y + y) * box.Width) + at.X - box.X + x;
                Lay(picture, to, new Rgb(logo[from], logo[from + 1], logo[from + 2]), logo[from + 3] / 255.0);
            }
        }
    }

    private static void Lay(byte[] picture, int pixel, Rgb colour, double alpha)
    {
        if (alpha <= 0)
        {
            return;
        }

        var at = picture.AsSpan(pixel * 4, 4);
        var beneath = at[3] / 255.0;
        var whole = alpha + (beneath * (1 - alpha));
        var share = alpha / whole;
        var mixed = colour.Over(new Rgb(at[0], at[1], at[2]), share);
        (at[0], at[1], at[2], at[3]) = (mixed.Red, mixed.Green, mixed.Blue, (byte)Math.Round(whole * 255));
    }

    /// <summary>Share of a pixel inside a rectangle with round corners.</summary>
    private static double Inside(double x, double y, int width, int height, double radius)
    {
        var dx = Math.Max(Math.Max(radius - x, x - (width - radius)), 0);
        var dy = Math.Max(Math.Max(radius - y, y - (height - radius)), 0);
        return radius == 0 ? 1 : Math.Clamp(radius - Math.Sqrt((dx * dx) + (dy * dy)) + 0.5, 0, 1);
    }
}
