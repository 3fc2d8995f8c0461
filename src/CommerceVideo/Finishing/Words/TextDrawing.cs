using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing.Words;

/// <summary>Draws text as masks: how much of each pixel a letter covers.</summary>
internal sealed class TextDrawing(FfmpegRunner ffmpeg)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>One mask for each picture, of the given size.</summary>
    /// <param name="folder">Where the script is kept while it is drawn.</param>
    public async Task<IReadOnlyList<byte[]>> DrawAsync(
        WordKit kit,
        FrameSize size,
        IReadOnlyList<IReadOnlyList<LaidLine>> pictures,
        string folder,
        CancellationToken ct
    )
    {
        var script = Path.Combine(folder, $"words-{Guid.NewGuid():N}.ass");
        await File.WriteAllTextAsync(script, AssScript.Of(kit.Font, size, pictures), ct);
        var masks = new List<byte[]>();
        await ffmpeg.ReadAsync(
            Command(script, kit.FontFile, size, pictures.Count),
            Limit,
            async (output, token) =>
            {
                for (var picture = 0; picture < pictures.Count; picture++)
                {
                    var mask = new byte[size.Pixels];
                    await output.ReadExactlyAsync(mask, token);
                    masks.Add(mask);
                }
            },
            ct
        );
        File.Delete(script);
        return masks;
    }

    internal static FfmpegCommand Command(string script, string? font, FrameSize size, int pictures)
    {
        var fonts = font is null ? "" : $":fontsdir={Quoted(Path.GetDirectoryName(font)!)}";
        return new FfmpegCommand()
            .Generated($"color=black:size={size}:rate=1:duration={pictures}")
            .With("-vf", $"format=gray,ass={Quoted(script)}{fonts}", "-frames:v", $"{pictures}")
            .StandardOutput("-f", "rawvideo", "-pix_fmt", "gray");
    }

    /// <summary>A path inside a filter's options, whatever signs it holds: once for the option, once for the graph.</summary>
    private static string Quoted(string path) => Escaped(Escaped(path, @"\':"), @"\'[],;");

    private static string Escaped(string text, string special) =>
        string.Concat(text.Select(sign => special.Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : $"{sign}"));
}
