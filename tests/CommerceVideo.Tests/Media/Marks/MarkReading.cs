using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace CommerceVideo.Tests.Media.Marks;

/// <summary>Reads marks back with none of our own code: by ffprobe, and by walking boxes and segments.</summary>
internal static class MarkReading
{
    private static readonly byte[] XmpBox = Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC");

    public static async Task<string> CommentAsync(string file)
    {
        using var ffprobe = Process.Start(
            new ProcessStartInfo("ffprobe", ["-v", "error", "-show_format", "-of", "json", file])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        using var report = JsonDocument.Parse(await ffprobe.StandardOutput.ReadToEndAsync());
        await ffprobe.WaitForExitAsync();
        return report.RootElement.GetProperty("format").GetProperty("tags").GetProperty("comment").GetString()!;
    }

    public static XDocument Xmp(byte[] film)
    {
        for (var at = 0; at < film.Length; )
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(at));
            if (film.AsSpan(at + 4, 4).SequenceEqual("uuid"u8) && film.AsSpan(at + 8, 16).SequenceEqual(XmpBox))
            {
                return XDocument.Parse(Encoding.UTF8.GetString(film, at + 24, size - 24));
            }

            at += size;
        }

        throw new InvalidDataException("The film has no XMP packet.");
    }

    public static XDocument JpegXmp(byte[] picture)
    {
        var name = "http://ns.adobe.com/xap/1.0/\0"u8.ToArray();
        for (var at = 2; picture[at] == 0xFF && picture[at + 1] != 0xDA; )
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(picture.AsSpan(at + 2));
            if (picture[at + 1] == 0xE1 && picture.AsSpan(at + 4).StartsWith(name))
            {
                var from = at + 4 + name.Length;
                return XDocument.Parse(Encoding.UTF8.GetString(picture, from, at + 2 + size - from));
            }

            at += 2 + size;
        }

        throw new InvalidDataException("The picture has no XMP packet.");
    }

    public static string SourceIn(XDocument xmp) =>
        xmp.Descendants(XName.Get("DigitalSourceType", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/")).Single().Value;
}
