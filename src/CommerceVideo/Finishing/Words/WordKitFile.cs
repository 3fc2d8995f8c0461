using System.Text.Json;
using System.Text.Json.Serialization;
using CommerceVideo.Finishing.Sound;

namespace CommerceVideo.Finishing.Words;

/// <summary>
/// A brand kit as a file: JSON, paths relative to it. A misspelt member is refused, so that nothing is left out silently.
/// </summary>
public static class WordKitFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The kit, or one line that says what is wrong with it.</summary>
    public static (WordKit? Kit, string? Wrong) Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(File.ReadAllText(path), Json) is { } written
                ? Of(written, Path.GetDirectoryName(Path.GetFullPath(path))!)
                : (null, "The brand kit is empty.");
        }
        catch (JsonException problem)
        {
            return (null, $"The brand kit is not understood: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, $"The brand kit cannot be read: {problem.Message}");
        }
    }

    private static (WordKit?, string?) Of(Written written, string folder)
    {
        var plain = WordKit.Plain;
        var (ink, plate) = (written.Palette?.Ink, written.Palette?.Plate);
        foreach (var colour in new[] { ink, plate })
        {
            if (colour is not null && Rgb.Parse(colour) is null)
            {
                return (null, $"'{colour}' in the brand kit is not a colour such as #1a2b3c.");
            }
        }

        foreach (var file in new[] { written.Logo, written.Font?.File, written.Music?.File })
        {
            if (file is not null && !File.Exists(Path.Combine(folder, file)))
            {
                return (null, $"The brand kit names '{file}', and there is no such file beside it.");
            }
        }

        if (written.Font is { File: not null, Licence: null })
        {
            return (
                null,
                "The brand kit's font needs its licence noted (\"licence\"), so that its use can be shown to be allowed."
            );
        }

        if (written.Music is { Licence: null or "" })
        {
            return (
                null,
                "The brand kit's music needs its licence noted (\"licence\"): most music may not be used in advertising."
            );
        }

        return (
            new WordKit(
                written.Language ?? plain.Language,
                written.Font?.Family ?? plain.Font,
                written.Font?.File is { } font ? Path.Combine(folder, font) : null,
                ink is null ? plain.Ink : Rgb.Parse(ink)!.Value,
                plate is null ? plain.Plate : Rgb.Parse(plate)!.Value,
                written.Logo is { } logo ? Path.Combine(folder, logo) : null,
                written.Hook,
                written.Captions ?? [],
                written.EndCard
            )
            {
                Music = written.Music is { } music
                    ? new SoundBed(Path.Combine(folder, music.File), music.Licence!)
                    : null,
            },
            null
        );
    }

    private sealed record Written(
        string? Language,
        WrittenFont? Font,
        WrittenPalette? Palette,
        string? Logo,
        string? Hook,
        IReadOnlyList<string>? Captions,
        EndCard? EndCard,
        WrittenMusic? Music
    );

    private sealed record WrittenMusic(string File, string? Licence);

    private sealed record WrittenFont(string Family, string? File, string? Licence);

    private sealed record WrittenPalette(string? Ink, string? Plate);
}
