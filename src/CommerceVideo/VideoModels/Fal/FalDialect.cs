using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>A Shot in the words of the models behind the queue; each has a field for what must not be seen.</summary>
internal static class FalDialect
{
    /// <summary>Pika names no cap; its guides call for lean prompts.</summary>
    private const int MostOfPika = 500;

    /// <summary>Documented for Wan 2.7; the others name no cap.</summary>
    private const int MostUnwanted = 500;

    private const string Shortened =
        "The list of what must not be seen was longer than this model reads; its end was left out.";

    /// <summary>Subject and action, then the camera, then what must stay: few words.</summary>
    public static CompiledPrompt Pika(Shot shot, PromptWords words) =>
        Compile(
            [
                new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
                new(ShotSpeech.Note(words), 1, Shortens: true),
                new(ShotSpeech.Sentence(ShotSpeech.Camera(shot.Move)), 0),
                new(ShotSpeech.Keep(words), 0),
                new(ShotSpeech.Fabric(words), 3),
                new(ShotSpeech.Take(shot.Loop), 2),
            ],
            words,
            MostOfPika
        );

    /// <summary>Motion, then camera.</summary>
    /// <param name="most">Characters, as Python counts them.</param>
    public static CompiledPrompt Wan(Shot shot, PromptWords words, int most) =>
        Compile(
            [
                new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
                new(ShotSpeech.Note(words), 1, Shortens: true),
                new(ShotSpeech.Fabric(words), 3),
                new(ShotSpeech.Sentence(ShotSpeech.Camera(shot.Move)), 0),
                new(ShotSpeech.Take(shot.Loop), 2),
                new(ShotSpeech.Keep(words), 0),
            ],
            words,
            most
        );

    private static CompiledPrompt Compile(PromptPart[] parts, PromptWords words, int most)
    {
        var (text, warnings) = PromptText.Join(parts, most, PromptText.CodePoints);
        var (unwanted, whole) = Unwanted(words);
        return new CompiledPrompt(text, unwanted, whole ? warnings : [.. warnings, Shortened]);
    }

    /// <summary>Whole nouns only: half a noun may be another one.</summary>
    private static (string List, bool Whole) Unwanted(PromptWords words)
    {
        string[] nouns = [.. ShotSpeech.Unwanted(words)];
        var kept = nouns.Length;
        while (PromptText.CodePoints(List(kept)) > MostUnwanted)
        {
            kept--;
        }

        return (List(kept), kept == nouns.Length);

        string List(int count) => string.Join(", ", nouns.Take(count));
    }
}
