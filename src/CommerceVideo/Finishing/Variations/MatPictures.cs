using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;
using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing.Variations;

/// <summary>The brand's ground round a film's window, as pictures to lay over its frame.</summary>
internal static class MatPictures
{
    public static async Task<RenditionPlan> WriteAsync(RenditionPlan file, string folder, CancellationToken ct)
    {
        if (file.Mat is not { } mat)
        {
            return file;
        }

        var laid = new List<Overlay>();
        foreach (var side in mat.Round(file.Size))
        {
            var path = Path.Combine(folder, $"mat-{laid.Count}-{file.Name}.rgba");
            await File.WriteAllBytesAsync(path, Plain(side, mat.Colour), ct);
            laid.Add(new Overlay("mat", path, side, 0, double.PositiveInfinity));
        }

        return file with
        {
            Mat = mat with { Laid = laid },
        };
    }

    private static byte[] Plain(PixelBox side, Rgb colour)
    {
        var pixels = new byte[side.Width * side.Height * 4];
        for (var at = 0; at < pixels.Length; at += 4)
        {
            (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = (colour.Red, colour.Green, colour.Blue, 255);
        }

        return pixels;
    }
}
