using System.Buffers.Binary;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Tests.Media.Photos;

/// <summary>Pictures the tests make themselves, in a folder that goes with the test.</summary>
internal sealed class TestPictures : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("commercevideo-photos-");
    private readonly FfmpegRunner _ffmpeg = new();

    /// <summary>The real photographs beside the project, where they are present.</summary>
    public static string? Samples { get; } = FindSamples();

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    /// <summary>Encodes raw RGBA with ffmpeg, by the name's ending or by <paramref name="options"/>.</summary>
    public async Task<string> EncodeAsync(string name, int width, int height, byte[] rgba, params string[] options)
    {
        var command = new FfmpegCommand()
            .StandardInput("-f", "rawvideo", "-pix_fmt", "rgba", "-s", $"{width}x{height}", "-r", "10")
            .Output(Path(name), options);
        await _ffmpeg.WriteAsync(command, Limit, async (input, ct) => await input.WriteAsync(rgba, ct), default);
        return Path(name);
    }

    /// <summary>Four quarters of one colour each: top left, top right, bottom left, bottom right.</summary>
    public static byte[] Quarters(int width, int height, string colours)
    {
        var rgba = new byte[width * height * 4];
        for (var i = 0; i < width * height; i++)
        {
            var colour = Colour(colours[(i / width >= height / 2 ? 2 : 0) + (i % width >= width / 2 ? 1 : 0)]);
            colour.CopyTo(rgba, 4 * i);
        }

        return rgba;
    }

    public static byte[] Colour(char letter) =>
        letter switch
        {
            'R' => [200, 30, 30, 255],
            'G' => [30, 160, 60, 255],
            'B' => [30, 60, 200, 255],
            'K' => [0, 0, 0, 255],
            '.' => [0, 0, 0, 0],
            _ => [240, 240, 240, 255],
        };

    public static byte[] WithExif(byte[] jpeg, byte orientation) =>
        [
            .. jpeg[..2],
            .. new byte[] { 0xFF, 0xE1, 0, 34 },
            .. "Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8,
            orientation,
            .. new byte[] { 0, 0, 0, 0, 0, 0 },
            .. jpeg[2..],
        ];

    public static byte[] PngOf(int width, int height, byte depth, byte colourType)
    {
        var body = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(body, width);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(4), height);
        (body[8], body[9]) = (depth, colourType);
        return
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            .. PngChunk("IHDR"u8, body),
            .. PngChunk("IDAT"u8, new byte[64]),
            .. PngChunk("IEND"u8, []),
        ];
    }

    public static byte[] PngChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }

    private static string? FindSamples()
    {
        if (Environment.GetEnvironmentVariable("COMMERCEVIDEO_SAMPLES") is { Length: > 0 } named)
        {
            return System.IO.Path.Combine(named, "photos");
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "CommerceVideo.sln")))
        {
            folder = folder.Parent;
        }

        var photos = folder is null
            ? null
            : System.IO.Path.Combine(folder.FullName, "..", "shared", "samples", "photos");
        return Directory.Exists(photos) ? photos : null;
    }
}
