using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>A Shot in Wan's words: what moves, then the camera; what must not be seen has its field, in 3.0 its sentence.</summary>
internal static class WanDialect
{
    private const int MostNegative = 500;

    private const string Left =
        "What the brand does not want to see was longer than this model reads; its end was left out.";

    /// <param name="most">The most characters of the prompt; Model Studio counts code points.</param>
    /// <param name="references">The casting pictures of a Shot without a first frame; the product's is the first picture.</param>
    public static CompiledPrompt Compile(
        Shot shot,
        PromptWords words,
        int most,
        bool negativeField,
        IReadOnlyList<ReferencePicture>? references = null
    )
    {
        string[] unwanted = [.. ShotSpeech.Unwanted(words)];
        PromptPart[] parts =
        [
            new(ReferenceSpeech.Bind(shot, words, references ?? []), 0),
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 3),
            new(ShotSpeech.Sentence(ShotSpeech.Camera(shot.Move)), 0),
            new(ShotSpeech.Take(shot.Loop), 2),
            new(ShotSpeech.Keep(words), 0),
            new(negativeField ? "" : $"Not in the picture: {string.Join(", ", unwanted)}.", 2),
        ];
        var (text, warnings) = PromptText.Join(parts, most, PromptText.CodePoints);
        if (!negativeField)
        {
            return new CompiledPrompt(text, null, warnings);
        }

        var negative = Negative(unwanted);
        return new CompiledPrompt(
            text,
            string.Join(", ", negative),
            negative.Length < unwanted.Length ? [.. warnings, Left] : warnings
        );
    }

    /// <summary>Whole words, the brand's own first, as many as there is room for: Wan cuts the rest without a word.</summary>
    private static string[] Negative(string[] unwanted)
    {
        var fits = unwanted.Length;
        while (PromptText.CodePoints(string.Join(", ", unwanted.Take(fits))) > MostNegative)
        {
            fits--;
        }

        return unwanted[..fits];
    }
}
