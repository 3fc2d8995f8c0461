using System.Globalization;
using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Google;

/// <summary>
/// A Shot in Omni's words: its pictures bound by tags, then what happens, in plain prose; what must not be seen or heard is
/// said in the same text. It always has sound, which is taken away afterwards.
/// </summary>
internal static class GoogleDialect
{
    /// <summary>Its guide names no cap: this is ours, and far below its 131072 tokens of input.</summary>
    private const int Most = 4000;

    /// <param name="hasLast">A last frame is given as the second picture.</param>
    /// <param name="references">The casting pictures, after the frames or, without a first frame, after the product's picture.</param>
    public static CompiledPrompt Compile(
        Shot shot,
        PromptWords words,
        bool hasLast,
        IReadOnlyList<ReferencePicture>? references = null
    )
    {
        var cast = references ?? [];
        var fromReferences = shot.Start == ShotStart.References;
        PromptPart[] parts =
        [
            new(Sources(fromReferences, hasLast), 0),
            new(fromReferences ? References(1, cast.Count + 1) : References(hasLast ? 3 : 2, cast.Count), 0),
            new(fromReferences ? ReferenceSpeech.Product(words, Tag(0)) : "", 0),
            new(ReferenceSpeech.Casting(cast, fromReferences ? 1 : 0, Tag), 0),
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 4),
            new($"Camera: {ShotSpeech.Camera(shot.Move)}.", 0),
            new(ShotSpeech.Take(shot.Loop), 2),
            new(ShotSpeech.Keep(words), 0),
            new($"Do not show: {string.Join(", ", ShotSpeech.Unwanted(words))}.", 2),
            new("No dialogue, no music.", 3),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, PromptText.Utf16Units);
        return new CompiledPrompt(text, null, warnings);
    }

    private static string Sources(bool fromReferences, bool hasLast) =>
        fromReferences ? ""
        : hasLast ? "[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2]"
        : "[# Sources <FIRST_FRAME>@Image1]";

    /// <param name="image">The place of the first of them among the pictures of the request; references themselves count from 0.</param>
    private static string References(int image, int count) =>
        count == 0
            ? ""
            : $"[# References {string.Join(' ', Enumerable.Range(0, count).Select(at => $"{Tag(at)}{Place(image + at)}"))}]";

    private static string Tag(int number) => string.Create(CultureInfo.InvariantCulture, $"<IMAGE_REF_{number}>");

    private static string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"@Image{number}");
}
