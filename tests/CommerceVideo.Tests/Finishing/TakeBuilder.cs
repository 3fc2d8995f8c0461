using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing;

/// <summary>Takes as the studio gives them; a test states only what matters to it.</summary>
internal static class TakeBuilder
{
    public static FilmedTake Take(
        string file = "a.mp4",
        int width = 1080,
        int height = 1920,
        int frames = 180,
        double fps = 30,
        FrameShare? focus = null,
        bool constant = true,
        ColourTags? colour = null
    ) =>
        new(
            new Clip(file, width, height, fps, frames / fps, focus, []),
            Facts(width, height, frames, fps, constant, colour)
        );

    /// <summary>All of them in one film.</summary>
    public static Film[] Film(IReadOnlyCollection<FilmedTake> takes, string ratio = "9:16") =>
        [new Film(AspectRatio.Parse(ratio), [.. Enumerable.Range(0, takes.Count)])];

    public static VideoFacts Facts(
        int width = 1080,
        int height = 1920,
        int frames = 180,
        double fps = 30,
        bool constant = true,
        ColourTags? colour = null
    ) =>
        new(
            Bytes: 4_000_000,
            new ContainerFacts(
                "mp4",
                FastStart: true,
                PictureStreams: 1,
                SoundStreams: 1,
                OtherStreams: 0,
                EmptyEdit: false
            ),
            new PictureStream(
                "h264",
                "High",
                40,
                "yuv420p",
                new FrameSize(width, height),
                SquarePixels: true,
                Rotation: 0,
                Progressive: true,
                colour ?? ColourTags.Bt709
            ),
            new FrameTiming(
                fps,
                constant,
                frames,
                frames / fps,
                5_000_000,
                6_000_000,
                ClosedGops: true,
                LongestGopSeconds: 2
            ),
            new SoundStream("aac", 48_000, 2, frames / fps)
        );
}
