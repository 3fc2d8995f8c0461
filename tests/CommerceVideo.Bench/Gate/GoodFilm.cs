using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio;
using CommerceVideo.VideoModels.Studio.Framing;

namespace CommerceVideo.Bench.Gate;

/// <summary>Honest films of a photo: what the studio's camera, light and lift-off do, and what an honest model adds.</summary>
internal static class GoodFilm
{
    public const double Seconds = 2.4;

    private const double Width = 360;

    public static readonly ShotMove[] Cameras =
    [
        ShotMove.PushIn,
        ShotMove.PullOut,
        ShotMove.PanRight,
        ShotMove.TiltDown,
        ShotMove.PanLeft,
        ShotMove.TiltUp,
        ShotMove.DetailToWhole,
    ];

    public static readonly ShotMove[] Moves = [.. Cameras, ShotMove.LightSweep, ShotMove.LiftOff];

    /// <summary>What is added to the studio's clean frames, one after another.</summary>
    public static readonly string[] Manners =
    [
        "clean",
        "hand-held",
        "slow light",
        "cast",
        "grain",
        "contrast",
        "breathing",
        "roll",
    ];

    private static readonly AspectRatio[] Ratios = [new(9, 16), new(4, 5), new(3, 4)];

    public static List<FilmFrame> Draw(PhotoStudy study, ShotMove move, int ratio)
    {
        var shot = new Shot("gate", ShotStart.Picture, move, Seconds, Ratios[ratio % Ratios.Length], Loop: false, "");
        var canvas = FramingPlanner.Plan(Take.Facts(study, shot), PossibleMove.Of(study, move).Move).Canvas;
        var source = Take.Of(study, shot, Math.Min(1, Width / canvas.Width)).Frames;
        var frames = new List<FilmFrame>();
        for (var index = 0; index < source.Count; index++)
        {
            var bytes = new byte[source.Shape.Bytes];
            source.Draw(index, bytes);
            frames.Add(new FilmFrame(source.Shape.Width, source.Shape.Height, bytes));
        }

        return frames;
    }

    public static void Add(List<FilmFrame> frames, string manner, Random chance)
    {
        var (one, other, third) = (chance.NextDouble() * 6, chance.NextDouble() * 6, (2 * chance.NextDouble()) - 1);
        for (var at = 0; at < frames.Count; at++)
        {
            var time = at / (double)(frames.Count - 1);
            var frame = frames[at];
            switch (manner)
            {
                case "hand-held":
                    var (dx, dy) = (0.004 * Math.Sin(one + (9 * time)), 0.003 * Math.Sin(other + (7 * time)));
                    frames[at] = frame.Warp((x, y) => (0.01 + (0.98 * x) + dx, 0.01 + (0.98 * y) + dy));
                    break;
                case "slow light":
                    frame.Gain(1 + (0.015 * third * ((2 * time) - 1)));
                    break;
                case "cast":
                    frame.Cast(1.2 * third, -1.2 * Math.Sin(one));
                    break;
                case "grain":
                    frame.Light((value, _, _) => value + (3.5 * (chance.NextDouble() + chance.NextDouble() - 1)));
                    break;
                case "contrast":
                    frame.Light((value, _, _) => 126 + ((value - 126) * (1 + (0.02 * third))));
                    break;
                case "breathing":
                    var deep = 0.0025 * Math.Sin(2.5 * time * Math.PI);
                    frames[at] = frame.Warp(
                        (x, y) => (x + (deep * Math.Sin((5 * y) + one)), y + (deep * Math.Sin((4 * x) + other)))
                    );
                    break;
                case "roll":
                    var (sin, cos) = Math.SinCos(0.02 * third * time);
                    frames[at] = frame.Warp(
                        (x, y) =>
                        {
                            var (u, v) = ((x - 0.5) * 0.96, (y - 0.5) * 0.96);
                            var shape = (double)frame.Height / frame.Width;
                            return (0.5 + (u * cos) - (v * sin * shape), 0.5 + (v * cos) + (u * sin / shape));
                        }
                    );
                    break;
            }
        }
    }
}
