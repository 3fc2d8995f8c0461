using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Seedance;

/// <summary>
/// A Shot in Seedance's words: the subject bound to its picture, what moves, one camera move, and at the end the style and
/// what must not be seen, for which it has no field.
/// </summary>
internal static class SeedanceDialect
{
    /// <summary>The least that any host of it is known to read.</summary>
    private const int Most = 3500;

    /// <param name="references">The casting pictures of a Shot without a first frame; the product's is the first picture.</param>
    public static CompiledPrompt Compile(
        Shot shot,
        PromptWords words,
        IReadOnlyList<ReferencePicture>? references = null
    )
    {
        PromptPart[] parts =
        [
            new($"The subject is the {words.Noun} in Image 1.", 0),
            new(ReferenceSpeech.Casting(references ?? [], 2, ReferenceSpeech.Numbered), 0),
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 3),
            new($"One camera move: {ShotSpeech.Camera(shot.Move)}.", 0),
            new(ShotSpeech.Take(shot.Loop), 2),
            new(ShotSpeech.Keep(words), 0),
            new("Natural light, true colours, clean product film.", 4),
            new($"Avoid {string.Join(", ", ShotSpeech.Unwanted(words))}.", 2),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, PromptText.CodePoints);
        return new CompiledPrompt(text, null, warnings);
    }
}
