using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Tests.Media.Video;

/// <summary>Small films made for one test, in a folder that goes with it.</summary>
internal sealed class TinyVideo : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static FfmpegRunner Ffmpeg { get; } = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("video-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public static string Colours { get; } = "-colorspace bt709 -color_trc bt709 -color_primaries bt709 -color_range tv";

    public static string Picture { get; } =
        $"-c:v libx264 -preset ultrafast -profile:v high -pix_fmt yuv420p -g 60 -sc_threshold 0 {Colours}";

    public static string Sound { get; } = "-c:a aac -ar 48000 -ac 2 -shortest";

    /// <summary>A moving test picture with silence under it, as a channel wants it, or with other options.</summary>
    /// <param name="source">Size, rate and length of the test picture, e.g. <c>size=180x320:rate=30:duration=2</c>.</param>
    public async Task<string> MakeAsync(
        string name,
        string source,
        string? picture = null,
        string? sound = null,
        string file = "-movflags +faststart",
        string filter = "null",
        string generator = "testsrc2"
    )
    {
        var command = new FfmpegCommand()
            .Generated($"{generator}={source}")
            .Generated("anullsrc=channel_layout=stereo:sample_rate=48000")
            .With("-filter:v", filter)
            .With((picture ?? Picture).Split(' '))
            .With((sound ?? Sound).Split(' '))
            .With(file.Split(' '))
            .Output(this[name]);
        await Ffmpeg.RunAsync(command, Limit, CancellationToken.None);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
