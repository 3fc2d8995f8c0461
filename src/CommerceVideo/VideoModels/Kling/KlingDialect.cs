using System.Globalization;
using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>A Shot in Kling's words: subject and action, camera, light; what must not be seen closes the prompt or has its field.</summary>
internal static class KlingDialect
{
    /// <summary>Below every model's documented cap (3072, turbo 2500).</summary>
    private const int Most = 2500;

    /// <param name="negativeField">The legacy standard has a field for what must not be seen.</param>
    /// <param name="references">The casting pictures, for Omni.</param>
    /// <param name="firstCast">The place of the first of them in the request's list of pictures.</param>
    public static CompiledPrompt Compile(
        Shot shot,
        PromptWords words,
        bool negativeField,
        IReadOnlyList<ReferencePicture>? references = null,
        int firstCast = 2
    )
    {
        var unwanted = string.Join(", ", ShotSpeech.Unwanted(words));
        PromptPart[] parts =
        [
            new(shot.Start == ShotStart.References ? ReferenceSpeech.Product(words, Tag(1)) : "", 0),
            new(ReferenceSpeech.Casting(references ?? [], firstCast, Tag), 0),
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 3),
            new($"Camera: {ShotSpeech.Camera(shot.Move)}.", 0),
            new(ShotSpeech.Take(shot.Loop), 2),
            new(ShotSpeech.Keep(words), 0),
            new(negativeField ? "" : $"Do not show: {unwanted}.", 2),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, PromptText.Utf16Units);
        return new CompiledPrompt(text, negativeField ? unwanted : null, warnings);
    }

    private static string Tag(int number) => string.Create(CultureInfo.InvariantCulture, $"<<<image_{number}>>>");
}
