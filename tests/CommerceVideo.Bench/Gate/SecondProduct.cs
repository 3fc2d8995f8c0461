using CommerceVideo.Media.Masks;

namespace CommerceVideo.Bench.Gate;

/// <summary>A small copy of the product, cut out by its mask, laid where the film has most room beside the real one.</summary>
internal static class SecondProduct
{
    private const int Places = 9;

    public static bool Add(List<FilmFrame> frames, PhotoStudy study, double size)
    {
        var (first, box) = (frames[0], study.Mask.Box);
        var width = (int)(size * first.Width);
        var height = (int)Math.Min(width * (double)box.Height / box.Width, first.Height * 0.4);
        width = (int)Math.Min(width, height * (double)box.Width / box.Height);
        if (width < 12 || height < 12)
        {
            return false;
        }

        var (x, y) = Roomiest(frames[frames.Count / 2], width, height);
        for (var at = 0; at < frames.Count; at++)
        {
            var share = Math.Clamp(((at / (double)frames.Count) - 0.2) / 0.2, 0, 1);
            Lay(frames[at], study, (x, y), (width, height), share);
        }

        return true;
    }

    /// <summary>Among places along the frame's edges, where the picture varies least.</summary>
    private static (int X, int Y) Roomiest(FilmFrame frame, int width, int height)
    {
        var (best, least) = ((X: 0, Y: 0), double.MaxValue);
        for (var place = 0; place < Places * Places; place++)
        {
            var (x, y) = (
                place % Places * (frame.Width - width) / (Places - 1),
                place / Places * (frame.Height - height) / (Places - 1)
            );
            if (place % Places is not (0 or Places - 1) && place / Places is not (0 or Places - 1))
            {
                continue;
            }

            var (sum, squares, count) = (0.0, 0.0, 0);
            for (var dy = 0; dy < height; dy += 3)
            {
                for (var dx = 0; dx < width; dx += 3)
                {
                    double value = frame.Bytes[((y + dy) * frame.Width) + x + dx];
                    (sum, squares, count) = (sum + value, squares + (value * value), count + 1);
                }
            }

            var spread = (squares / count) - (sum / count * (sum / count));
            (best, least) = spread < least ? ((x, y), spread) : (best, least);
        }

        return best;
    }

    private static void Lay(
        FilmFrame frame,
        PhotoStudy study,
        (int X, int Y) at,
        (int Width, int Height) size,
        double share
    )
    {
        var (box, photo, luma) = (study.Mask.Box, study.Photo, frame.Width * frame.Height);
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                var (px, py) = (box.X + (x * box.Width / size.Width), box.Y + (y * box.Height / size.Height));
                var pixel = (py * photo.Width) + px;
                var cover = share * study.Mask.Alpha[pixel] / 255.0;
                var (r, g, b) = (photo.Rgba[4 * pixel], photo.Rgba[(4 * pixel) + 1], photo.Rgba[(4 * pixel) + 2]);
                var light = (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
                Mix(frame.Bytes, ((at.Y + y) * frame.Width) + at.X + x, 16 + (light * 219 / 255), cover);
                if ((at.Y + y) % 2 == 0 && (at.X + x) % 2 == 0)
                {
                    var chroma = luma + ((at.Y + y) / 2 * (frame.Width / 2)) + ((at.X + x) / 2);
                    Mix(frame.Bytes, chroma, 128 + ((b - light) / 1.8556 * 224 / 255), cover);
                    Mix(frame.Bytes, chroma + (luma / 4), 128 + ((r - light) / 1.5748 * 224 / 255), cover);
                }
            }
        }
    }

    private static void Mix(byte[] bytes, int at, double value, double cover) =>
        bytes[at] = (byte)(bytes[at] + (cover * (value - bytes[at])));
}
