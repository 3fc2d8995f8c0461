namespace CommerceVideo.Media.Photos;

/// <summary>Four ink planes (0 = no ink) to the colours a screen shows, without a press profile.</summary>
internal static class InkPixels
{
    public static byte[] ToRgba(ReadOnlySpan<byte> planes, int pixels)
    {
        var cyan = planes[..pixels];
        var magenta = planes.Slice(pixels, pixels);
        var yellow = planes.Slice(2 * pixels, pixels);
        var black = planes.Slice(3 * pixels, pixels);
        var rgba = new byte[pixels * 4];
        for (var i = 0; i < pixels; i++)
        {
            var paper = 255 - black[i];
            rgba[4 * i] = Light(cyan[i], paper);
            rgba[(4 * i) + 1] = Light(magenta[i], paper);
            rgba[(4 * i) + 2] = Light(yellow[i], paper);
            rgba[(4 * i) + 3] = 255;
        }

        return rgba;
    }

    private static byte Light(byte ink, int paper) => (byte)((((255 - ink) * paper) + 127) / 255);
}
