using System.Globalization;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.VideoModels.Studio;
using CommerceVideo.VideoModels.Studio.Frames;

namespace CommerceVideo.Bench.Studio;

/// <summary>Files the push-in figures work on, in memory where the machine has a file system there.</summary>
internal sealed class PushInGround : IDisposable
{
    private const string Memory = "/dev/shm";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"studio-bench-{Guid.NewGuid():n}")
    );

    public FfmpegRunner Ffmpeg { get; } = new();

    public FrameShape Shape { get; private set; }

    public int Frames { get; private set; }

    public string Scratch => InFolder("scratch.mp4");

    public string ClothFile => InFolder("cloth.png");

    private string Raw => InFolder("frames.yuv");

    public void Dispose() => _folder.Delete(recursive: true);

    public string InFolder(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Draws the frames once: both sides of every pair then encode the very same ones.</summary>
    public async Task PrepareAsync(PhotoStudy picture, CancellationToken ct)
    {
        var frames = Take.Of(picture, StudioFigures.PushIn, 1).Frames;
        (Shape, Frames) = (frames.Shape, frames.Count);
        await using var file = File.Create(Raw);
        var buffer = new byte[frames.Shape.Bytes];
        for (var index = 0; index < frames.Count; index++)
        {
            frames.Draw(index, buffer);
            await file.WriteAsync(buffer, ct);
        }

        await WritePngAsync(picture.Photo, ClothFile, ct);
    }

    public Task EncodeAsync(ClipEncoding encoding, CancellationToken ct) =>
        Ffmpeg.RunAsync(FromFile(encoding), Limit, ct);

    /// <summary>The usual one-liner: the same zoom by FFmpeg's filter, from a PNG, at the picture's own size.</summary>
    public Task ZoompanAsync(ClipEncoding encoding, string picture, CancellationToken ct) =>
        Ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(picture)
                .With("-vf", ZoompanFilter())
                .With(EncodingOptions(encoding))
                .Output(Scratch, "-f", "mp4"),
            Limit,
            ct
        );

    public Task ZoompanRawAsync(string picture, Func<Stream, CancellationToken, Task> read, CancellationToken ct) =>
        Ffmpeg.ReadAsync(
            new FfmpegCommand()
                .File(picture)
                .With("-vf", ZoompanFilter(), "-frames:v", Text(Frames))
                .StandardOutput("-f", "rawvideo", "-pix_fmt", "yuv420p"),
            Limit,
            read,
            ct
        );

    public Task WritePngAsync(Photo photo, string file, CancellationToken ct) =>
        Ffmpeg.WriteAsync(
            new FfmpegCommand()
                .StandardInput("-f", "rawvideo", "-pix_fmt", "rgba", "-s", $"{photo.Width}x{photo.Height}")
                .Output(file, "-frames:v", "1", "-pix_fmt", "rgb24", "-c:v", "png", "-f", "image2"),
            Limit,
            async (input, token) => await input.WriteAsync(photo.Rgba, token),
            ct
        );

    private string ZoompanFilter() =>
        $"zoompan=z='1+0.1*on/{Frames - 1}':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d={Frames}"
        + $":s={Shape.Width}x{Shape.Height}:fps=30,format=yuv420p";

    /// <summary>The Clip's own command with its input exchanged for the file of frames.</summary>
    private FfmpegCommand FromFile(ClipEncoding encoding) =>
        new FfmpegCommand()
            .File(Raw, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{Shape.Width}x{Shape.Height}", "-r", "30")
            .With(EncodingOptions(encoding))
            .Output(Scratch, "-movflags", "+faststart", "-f", "mp4");

    private string[] EncodingOptions(ClipEncoding encoding)
    {
        var all = encoding.Command(Shape, Scratch).Arguments;
        return [.. all.SkipWhile(argument => argument != "-an").TakeWhile(argument => argument != "-movflags")];
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
