using System.Text.Json;

namespace CommerceVideo.Media.Video;

/// <summary>Reads what a video file is: its header and packet table, nothing decoded.</summary>
public sealed class VideoProbe(FfprobeRunner ffprobe)
{
    private static readonly string[] Options =
    [
        "-show_entries",
        "format=format_name"
            + ":stream=index,codec_type,codec_name,profile,level,pix_fmt,width,height,sample_aspect_ratio,field_order"
            + ",color_range,color_space,color_transfer,color_primaries,sample_rate,channels,duration"
            + ":stream_disposition=attached_pic"
            + ":stream_side_data=rotation"
            + ":packet=stream_index,pts_time,duration_time,size,flags",
    ];

    public async Task<VideoReading> ReadAsync(string file, CancellationToken ct)
    {
        var bytes = new FileInfo(file).Length;
        var (report, said) = await ffprobe.RunAsync(file, Options, ct);
        using (report)
        {
            if (report is null)
            {
                return new VideoReading.Unreadable(said.Trim());
            }

            using var stream = File.OpenRead(file);
            return ProbeReport.Read(report.RootElement, bytes, Mp4Boxes.Read(stream)) is { } facts
                ? new VideoReading.Read(facts)
                : new VideoReading.Unreadable("The file holds no pictures.");
        }
    }

    /// <summary>A file that was just written.</summary>
    public async Task<VideoFacts> ReadBackAsync(string file, CancellationToken ct) =>
        await ReadAsync(file, ct) switch
        {
            VideoReading.Read read => read.Facts,
            VideoReading.Unreadable unreadable => throw new InvalidDataException(
                $"A file just written cannot be read back: {unreadable.Reason}"
            ),
            _ => throw new InvalidOperationException("A file is read or it is not."),
        };
}
