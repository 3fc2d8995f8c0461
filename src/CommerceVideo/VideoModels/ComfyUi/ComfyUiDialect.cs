using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>A Shot in the words of open Wan 2.x: motion, then camera; what must not be seen has a text of its own.</summary>
internal static class ComfyUiDialect
{
    /// <summary>Code points; Wan's text encoder reads 512 tokens, and its hosted sister 800 characters.</summary>
    private const int Most = 800;

    private const int MostNegative = 500;

    public static CompiledPrompt Compile(Shot shot, PromptWords words)
    {
        PromptPart[] parts =
        [
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 3),
            new($"Camera: {ShotSpeech.Camera(shot.Move)}.", 0),
            new(ShotSpeech.Take(shot.Loop), 2),
            new(ShotSpeech.Keep(words), 0),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, PromptText.CodePoints);
        return new CompiledPrompt(text, Unwanted(words), warnings);
    }

    /// <summary>Whole nouns, as many as fit: half of one would ask for something else.</summary>
    private static string Unwanted(PromptWords words) =>
        ShotSpeech
            .Unwanted(words)
            .Aggregate(
                "",
                static (sofar, next) =>
                    sofar.Length == 0 ? next
                    : PromptText.CodePoints($"{sofar}, {next}") <= MostNegative ? $"{sofar}, {next}"
                    : sofar
            );
}
