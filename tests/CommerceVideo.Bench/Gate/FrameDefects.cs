using CommerceVideo.Media.Photos;

namespace CommerceVideo.Bench.Gate;

/// <summary>Defects that are made in the frames of a good film.</summary>
internal static class FrameDefects
{
    private const int Fps = 30;

    /// <param name="frames">Good ones; they are changed or replaced.</param>
    /// <param name="cover">The same film of the product as white on black.</param>
    /// <param name="strength">In the unit of the class.</param>
    /// <returns>False where this film leaves no room for the defect.</returns>
    public static bool Make(
        List<FilmFrame> frames,
        Func<List<FilmFrame>> cover,
        GatePhoto photo,
        string defect,
        double strength,
        Random chance
    )
    {
        switch (defect)
        {
            case "warm-drift":
                Each(frames, (frame, time) => frame.Cast(-strength * time, strength * time));
                return true;
            case "exposure-pump":
                Each(
                    frames,
                    (frame, time) =>
                        frame.Gain(1 + (strength * Math.Sin(2 * Math.PI * 0.8 * time * frames.Count / Fps)))
                );
                return true;
            case "second-product":
                return SecondProduct.Add(frames, photo.Study, strength);
            case "flicker":
                Each(frames, (frame, _) => frame.Gain(1 + (strength * ((2 * chance.NextDouble()) - 1))));
                return true;
            case "flashes":
                Flash(frames, strength);
                return true;
            case "freeze":
                Freeze(frames, (int)Math.Round(strength * Fps));
                return true;
            case "black-start":
                for (var at = 0; at < (int)strength; at++)
                {
                    frames[at] = frames[at].Copy();
                    frames[at].Gain(0);
                }

                return true;
            case "hidden-cut":
                var (from, side) = ((int)(frames.Count * (0.4 + (0.2 * chance.NextDouble()))), chance.NextDouble());
                Each(
                    frames,
                    (frame, _) => frame,
                    frame => frame >= from,
                    frame => Zoomed(frame, 1 + strength, side, 0.5)
                );
                return true;
            case "blur":
                Each(
                    frames,
                    (frame, time) =>
                        frame.Blur(Math.Max(0.2, strength * frame.Width / 360 * Math.Min(1, 0.3 + (1.4 * time))))
                );
                return true;
            case "blocking":
                Each(frames, (frame, _) => frame.Block(strength));
                return true;
            case "banding":
                Each(frames, (frame, _) => frame.Light((value, _, _) => Math.Round(value / strength) * strength));
                return true;
            case "wrong-crop":
                return WrongCrop.Make(frames, cover(), strength, chance.Next(2) == 0);
            default:
                Each(
                    frames,
                    (frame, _) =>
                        frame.Light(
                            (value, x, y) =>
                                16
                                + (
                                    (value - 16)
                                    * (1 - (strength * Math.Pow(double.Hypot(x - 0.5, y - 0.5) / 0.7071, 2)))
                                )
                        )
                );
                return true;
        }
    }

    private static void Each(List<FilmFrame> frames, Action<FilmFrame, double> change)
    {
        for (var at = 0; at < frames.Count; at++)
        {
            change(frames[at], at / (double)(frames.Count - 1));
        }
    }

    private static void Each(
        List<FilmFrame> frames,
        Func<FilmFrame, double, FilmFrame> keep,
        Func<int, bool> which,
        Func<FilmFrame, FilmFrame> change
    )
    {
        for (var at = 0; at < frames.Count; at++)
        {
            frames[at] = which(at) ? change(frames[at]) : keep(frames[at], at);
        }
    }

    internal static FilmFrame Zoomed(FilmFrame frame, double zoom, double x, double y) =>
        frame.Warp((u, v) => (x + ((u - x) / zoom), y + ((v - y) / zoom)));

    /// <summary>Five a second, three frames lighter and three as they were.</summary>
    private static void Flash(List<FilmFrame> frames, double luminance)
    {
        for (var at = 0; at < frames.Count; at++)
        {
            if (at % 6 < 3)
            {
                continue;
            }

            // Towards the darker side: white cannot get lighter.
            frames[at]
                .Light(
                    (value, _, _) =>
                    {
                        var linear = Math.Pow(Math.Clamp((value - 16) / 219, 0, 1), 2.4);
                        var other = linear > luminance * 1.2 ? linear - luminance : linear + luminance;
                        return 16 + (219 * Math.Pow(Math.Clamp(other, 0, 1), 1 / 2.4));
                    }
                );
        }
    }

    private static void Freeze(List<FilmFrame> frames, int length)
    {
        var from = (int)(frames.Count * 0.35);
        for (var at = from; at < Math.Min(frames.Count, from + length); at++)
        {
            frames[at] = frames[from].Copy();
        }
    }
}
