using System.Globalization;
using System.Text.Json;

namespace CommerceVideo.Media.Video;

/// <summary>From ffprobe's JSON to <see cref="VideoFacts"/>.</summary>
internal static class ProbeReport
{
    /// <summary>Null when there is no picture stream or no packet in it.</summary>
    public static VideoFacts? Read(JsonElement report, long bytes, Mp4Boxes.Layout boxes)
    {
        var streams = Items(report, "streams");
        var pictures = streams.Where(static s => Text(s, "codec_type") == "video" && !IsCover(s)).ToList();
        var sounds = streams.Where(static s => Text(s, "codec_type") == "audio").ToList();
        if (pictures is not [var picture, ..])
        {
            return null;
        }

        var index = Whole(picture, "index");
        var packets = Items(report, "packets")
            .Where(packet => Whole(packet, "stream_index") == index && Text(packet, "pts_time").Length > 0)
            .Select(static packet => new Packet(
                Number(packet, "pts_time"),
                Number(packet, "duration_time"),
                Whole(packet, "size"),
                Text(packet, "flags").StartsWith('K')
            ))
            .ToList();
        if (packets.Count == 0)
        {
            return null;
        }

        var container = new ContainerFacts(
            Container(Text(report.GetProperty("format"), "format_name"), boxes.Brand),
            boxes.FastStart,
            pictures.Count,
            sounds.Count,
            streams.Count - pictures.Count - sounds.Count,
            boxes.EmptyEdit
        );
        return new VideoFacts(
            bytes,
            container,
            Picture(picture),
            PacketTimes.Read(packets),
            sounds is [var sound, ..] ? Sound(sound) : null
        );
    }

    private static PictureStream Picture(JsonElement stream) =>
        new(
            Text(stream, "codec_name"),
            Text(stream, "profile"),
            Whole(stream, "level"),
            Text(stream, "pix_fmt"),
            new FrameSize(Whole(stream, "width"), Whole(stream, "height")),
            Text(stream, "sample_aspect_ratio") is "" or "1:1" or "0:1",
            Rotation(stream),
            Text(stream, "field_order") is "" or "progressive" or "unknown",
            new ColourTags(
                Text(stream, "color_range"),
                Text(stream, "color_space"),
                Text(stream, "color_transfer"),
                Text(stream, "color_primaries")
            )
        );

    private static SoundStream Sound(JsonElement stream) =>
        new(
            Text(stream, "codec_name"),
            Whole(stream, "sample_rate"),
            Whole(stream, "channels"),
            Number(stream, "duration")
        );

    private static int Rotation(JsonElement stream) =>
        Items(stream, "side_data_list")
            .Select(static side => (int)Math.Round(Number(side, "rotation")))
            .FirstOrDefault(static turn => turn != 0);

    /// <summary>ffprobe names the whole family; the brand tells which of it.</summary>
    private static string Container(string family, string brand) =>
        family.Contains("mp4", StringComparison.Ordinal)
            ? brand.StartsWith("qt", StringComparison.Ordinal)
                ? "mov"
                : "mp4"
            : family == "matroska,webm"
                ? "webm"
                : family;

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && Whole(disposition, "attached_pic") == 1;

    private static List<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static int Whole(JsonElement parent, string name) => (int)Number(parent, name);

    private static double Number(JsonElement parent, string name) =>
        double.TryParse(Text(parent, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : 0;
}
