using CommerceVideo.Tests.Media.Photos;

namespace CommerceVideo.Tests.Support;

/// <summary>Small product photos drawn for a test, each different from every other of the run.</summary>
internal sealed class DrawnPhotos : IDisposable
{
    private static int _drawn;

    private readonly TestPictures _pictures = new();

    /// <summary>A bottle-like shape on white, coloured by a number of its own.</summary>
    public Task<string> DrawAsync(int width = 480, int height = 600) => DrawAsync($"photo-{Next()}.jpg", width, height);

    public async Task<string> DrawAsync(string name, int width, int height, params string[] options)
    {
        var number = Next();
        var rgba = new byte[width * height * 4];
        for (var at = 0; at < width * height; at++)
        {
            var (x, y) = ((at % width / (double)width) - 0.5, (at / width / (double)height) - 0.5);
            var inside = Math.Abs(y) < 0.35 && Math.Abs(x) < 0.22 - (y < -0.15 ? 0.1 : 0);
            var shade = 1 - Math.Abs(x) - (Grain(at, number) / 2048.0);
            var pixel = rgba.AsSpan(at * 4, 4);
            pixel[0] = inside ? (byte)(shade * (40 + (number * 37 % 180))) : (byte)250;
            pixel[1] = inside ? (byte)(shade * (40 + (number * 71 % 180))) : (byte)250;
            pixel[2] = inside ? (byte)(shade * (40 + (number * 113 % 180))) : (byte)250;
            pixel[3] = byte.MaxValue;
        }

        return await _pictures.EncodeAsync(name, width, height, rgba, options);
    }

    /// <summary>The same picture under another name, with metadata that the first has not.</summary>
    public string WithOtherMetadata(string photo) =>
        _pictures.Write($"again-{Next()}.jpg", TestPictures.WithExif(File.ReadAllBytes(photo), 1));

    public string Copy(string photo) => _pictures.Write($"copy-{Next()}.jpg", File.ReadAllBytes(photo));

    public string Write(string name, ReadOnlySpan<byte> bytes) => _pictures.Write(name, bytes);

    public void Dispose() => _pictures.Dispose();

    /// <summary>The weave: a film of a flat colour is encoded to less than channels take.</summary>
    private static uint Grain(int at, int number) => (uint)((at * 2654435761) ^ (number * 40503)) >> 24;

    private static int Next() => Interlocked.Increment(ref _drawn);
}
